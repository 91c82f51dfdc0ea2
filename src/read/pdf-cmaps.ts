/*
 * Fonts that a PDF names and does not hold (STSong-Light) have their characters coded by a CMap that every reader is
 * expected to know (ISO 32000-1, 9.7.5.2). Only Unicode is wanted here, not the font's glyphs, so these CMaps lead over
 * numbers that are Unicode itself instead of the font's own; ASCII keeps the font's numbers, which the widths hang on.
 */

/** What pdf.js asks its environment for. */
interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/** Numbers of ASCII in Adobe-GB1: proportional, and half a character wide in the CMaps of GBK and EUC. */
const PROPORTIONAL = 1;
const HALF = 814;
const [BLANK, TILDE] = [0x20, 0x7e];

/** Answers pdf.js for CMaps of simplified Chinese, made as they are asked for; refuses all else. */
export function chineseCMaps(): { readonly fetch: (wanted: Wanted) => Promise<Uint8Array> } {
  /** A font that gives its own numbers and no CMap cannot be told by numbers that are Unicode. */
  let known = false;
  return {
    fetch: async ({ kind, filename }) => {
      const map = kind === 'cMapUrl' ? cMapNamed(filename, known) : undefined;
      if (map === undefined) throw new Error(`no ${filename}`);
      known = true;
      return new TextEncoder().encode(map);
    },
  };
}

function cMapNamed(name: string, known: boolean): string | undefined {
  if (name === 'Adobe-GB1-UCS2') return known ? toUnicode() : undefined;
  const [, family, direction] =
    /^(UniGB-(?:UCS2|UTF16)|GBK-EUC|GBKp-EUC|GBpc-EUC|GB-EUC|GBK2K)-([HV])$/.exec(name) ?? [];
  if (family === undefined) return undefined;
  const mode = direction === 'V' ? 1 : 0;
  if (family.startsWith('Uni'))
    return framed(name, mode, ['<0000> <ffff>'], [[BLANK, TILDE, 4, PROPORTIONAL], ...planes(4)]);
  const ascii = family === 'GBKp-EUC' || family === 'GBpc-EUC' ? PROPORTIONAL : HALF;
  return framed(name, mode, ['<00> <80>', '<8140> <fefe>'], [[BLANK, TILDE, 2, ascii], ...gbk()]);
}

/** Codes from and to, digits that they are written with, number of the first. */
type Range = readonly [from: number, to: number, digits: number, first: number];

function planes(digits: number): Range[] {
  return Array.from({ length: 255 }, (_, i): Range => [(i + 1) * 256, (i + 1) * 256 + 255, digits, (i + 1) * 256]);
}

/** The characters of two bytes, as the decoder of the platform has them. */
function gbk(): Range[] {
  const decoder = new TextDecoder('gbk');
  const ranges: Range[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      const code = (lead << 8) | trail;
      if (text.length === 1 && text !== '\ufffd') ranges.push([code, code, 4, text.charCodeAt(0)]);
    }
  }
  return ranges;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

function framed(name: string, mode: number, spaces: readonly string[], ranges: readonly Range[]): string {
  const lines = ranges.map(([from, to, digits, first]) => `<${hex(from, digits)}> <${hex(to, digits)}> ${first}`);
  return cMap(name, mode, spaces, `${lines.length} begincidrange\n${lines.join('\n')}\nendcidrange`);
}

/** From those numbers to UTF-16; one range does not pass the last byte. */
function toUnicode(): string {
  const ascii = [PROPORTIONAL, HALF].flatMap((first) =>
    Array.from(
      { length: TILDE - BLANK + 1 },
      (_, i) => `<${hex(first + i, 4)}> <${hex(first + i, 4)}> <${hex(BLANK + i, 4)}>`,
    ),
  );
  const rest = planes(4).map(([from, to]) => `<${hex(from, 4)}> <${hex(to, 4)}> <${hex(from, 4)}>`);
  const lines = [...rest, ...ascii];
  return cMap('Adobe-GB1-UCS2', 0, ['<0000> <ffff>'], `${lines.length} beginbfrange\n${lines.join('\n')}\nendbfrange`);
}

function cMap(name: string, mode: number, spaces: readonly string[], body: string): string {
  return [
    `begincmap\n/CMapName /${name} def\n/WMode ${mode} def`,
    `${spaces.length} begincodespacerange\n${spaces.join('\n')}\nendcodespacerange`,
    `${body}\nendcmap`,
  ].join('\n');
}
