import { isFactName, isTextName } from './columns.js';

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How much of a file is read to tell whether it is a table. */
const HEAD = 256 * 1024;
/** Cells of a header are names. */
const LONGEST_NAME = 40;

/** `sep=;`, by which spreadsheets are told the separator. */
export function declaredSeparator(signs: string): { separator: Separator; length: number } | undefined {
  const found = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(signs);
  return found ? { separator: found[1] as Separator, length: found[0].length } : undefined;
}

/**
 * The separators that the first line may be parted by, the most frequent first; none for a line that is no row. A page
 * or plan ends here, before anything of it is decoded: its first line is a title, a tag or a sentence.
 * @param signs the first characters of the file, right in ASCII only.
 */
export function possibleSeparators(signs: string): Separator[] {
  const line = /^[\s\0]*([^\r\n]*)/.exec(signs)?.[1] ?? '';
  if (/^[<{[%]/.test(line)) return [];
  const counts = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length - 1 }));
  return counts
    .filter(({ separator, count }) => count > 0 && isRow(line, separator))
    .sort((a, b) => b.count - a.count)
    .map(({ separator }) => separator);
}

/** Whether a line may be a row: names and numbers between the separators, or a cell in quotation marks. */
function isRow(line: string, separator: Separator): boolean {
  const cells = line.split(separator);
  return cells.some((cell) => /^\s*"/.test(cell)) || cells.every((cell) => cell.trim().length <= LONGEST_NAME * 3);
}

/** The beginning of a table up to the end of a line. */
export function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD) return bytes;
  const end = bytes.lastIndexOf(0x0a, HEAD);
  return bytes.subarray(0, end > 0 ? end : HEAD);
}

/** Whether the first record holds names of columns. */
export function isHeader(record: readonly string[]): boolean {
  const names = record.map((cell) => cell.trim());
  // Of names with points the last part counts, which an address or the name of a file may have too.
  if (names.some((name) => !name.includes('.') && (isTextName(name) || isFactName(name)))) return true;
  return names.every(
    (name) =>
      name.length <= LONGEST_NAME && !/^[\d.\-/:年月日\s]+$|[。；;！!？?]|^https?:/.test(name.replace(/^$/, '-')),
  );
}

/** The share of records that have as many cells as most. */
export function evenness(records: readonly (readonly string[])[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { width, share: records.length === 0 ? 0 : count / records.length };
}
