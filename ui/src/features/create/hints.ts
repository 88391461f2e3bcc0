/** What may be wrong with a name that is allowed: too vague, or too like another. Pure. */
import type { KeyView } from "../../ipc/client";

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().replace(/[^\p{L}]/gu, "");
/** Words that say nothing of where a key is used. */
const VAGUE = new Set(["test", "tests", "key", "apikey", "api", "new", "newkey", "my", "mykey", "temp", "tmp", "prod", "dev", "live", "sandbox", "demo", "default", "untitled", "cle", "nouvelle", "nouvellecle", "essai", "مفتاح", "تجربه", "اختبار"]);

export type NameHint = { kind: "vague" } | { kind: "like"; name: string } | null;

export function nameHint(name: string, keys: KeyView[]): NameHint {
  const word = plain(name);
  if (word === "") return null;
  const like = keys.find((key) => {
    const other = plain(key.name);
    return other === word || (word.length >= 3 && other.startsWith(word)) || (other.length >= 3 && word.startsWith(other));
  });
  if (like) return { kind: "like", name: like.name };
  return VAGUE.has(word) ? { kind: "vague" } : null;
}
