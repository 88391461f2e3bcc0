/** What a key may be called. The core decides again. */

/** 1 to 100 characters, none of them a control character. */
export function isName(name: string): boolean {
  const trimmed = name.trim();
  return trimmed.length > 0 && [...trimmed].length <= 100 && !/\p{Cc}/u.test(trimmed);
}
