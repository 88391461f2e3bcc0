// How the two windows are built. `--mode fake` swaps the host for the in-memory one; nothing of it is in a normal build.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The tests are about shops in Tunisia, so is their clock.
if (process.env.VITEST) process.env.TZ = "Africa/Tunis";

export default defineConfig(({ mode }) => {
  const fake = mode === "fake";
  return {
    plugins: [svelte()],
    base: "./",
    resolve: {
      alias: { $host: at(fake ? "./src/ipc/fake/host.ts" : "./src/ipc/host.ts") },
      ...(process.env.VITEST ? { conditions: ["browser"] } : {}),
    },
    build: {
      outDir: fake ? "dist-fake" : "dist",
      target: ["es2022", "safari16"],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rollupOptions: { input: { main: at("./index.html"), "sign-in": at("./sign-in.html") } },
    },
    server: { host: "127.0.0.1" },
    test: {
      environment: "jsdom",
      include: ["tests/**/*.test.ts"],
      setupFiles: ["./tests/setup.ts"],
      // The machine that runs this also builds Rust.
      testTimeout: 30_000,
      maxWorkers: 2,
      minWorkers: 1,
    },
  };
});
