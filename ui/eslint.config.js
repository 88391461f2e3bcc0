// What the compiler can't say: which folder may import which, and no words in components.
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

const CLIENT_AND_SHARED = "A feature imports only its own files, ipc/client and shared: what ties features together is in app/.";

export default ts.config(
  { ignores: ["dist/", "dist-fake/", "node_modules/"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "svelte/no-at-html-tags": "error",
      // {" "} keeps a space that the compiler would drop.
      "svelte/no-useless-mustaches": "off",
      // Sets and maps here are built and read in one go; none is kept as state.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["src/features/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ regex: "^\\.\\./(?!\\.\\./(shared/|ipc/client$))", message: CLIENT_AND_SHARED }, { regex: "^(@tauri-apps|\\$host)", message: CLIENT_AND_SHARED }] }] },
  },
  {
    files: ["src/shared/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ regex: "(features|app)/", message: "shared knows no feature." }, { regex: "^(@tauri-apps|\\$host)", message: "shared knows no host." }] }] },
  },
  { files: ["src/ipc/bindings.ts"], rules: { "@typescript-eslint/no-explicit-any": "off" } },
);
