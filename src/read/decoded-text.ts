/** Whether anything is in a text but blanks, zeros and marks that take no room. */
export function hasText(text: string): boolean {
  return /[^\s\0\u200b-\u200d\u2060]/.test(text);
}

/** A text with U+FFFD for each half of a surrogate pair that lacks the other. */
export function wellFormed(text: string): string {
  // In Node since 20; the ES2023 library of TypeScript does not list it.
  return (text as string & { toWellFormed(): string }).toWellFormed();
}
