/**
 * Where a short sequence of bytes stands first, from a place on; -1 where it does not. The rarest byte should come first:
 * the engine looks for that one.
 * @param wanted one character a byte.
 */
export function findBytes(bytes: Uint8Array, wanted: string, from = 0): number {
  const codes = Array.from(wanted, (character) => character.charCodeAt(0));
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let k = 1;
    while (k < codes.length && bytes[at + k] === codes[k]) k++;
    if (k === codes.length) return at;
  }
  return -1;
}

/** Whether bytes are ASCII. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return false;
  return true;
}
