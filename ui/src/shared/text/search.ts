/** How texts are compared that a person types and that a key has: accents and case aside. */
export const searchable = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
