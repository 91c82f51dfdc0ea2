import { nothing, type Package, readAll } from './xlsx-parts.js';

/** What cells of all sheets refer to. */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** By the number of a style, whether it shows a number as a date. */
  readonly dates: readonly boolean[];
  /** Days are counted from 1904, as Excel on the Mac did. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function relations(pack: Package, part: string): Promise<Map<string, Relation>> {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const found = new Map<string, Relation>();
  await readAll(pack, `${folder}_rels/${part.slice(at)}.rels`, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      // `../` leads out of the folder, `/` to the whole; URLs are none of ours.
      const target = new URL(Target, `package:///${folder}`).pathname.replace(/^\/+/, '');
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURIComponent(target) });
    },
    ...{ text: nothing, close: nothing },
  });
  return found;
}

/** `_x000D_` in a text of a workbook is the character with that number (ECMA-376 Part 1, 22.9.2.19, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;

async function stringsOf(pack: Package, part: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, inText, phonetic] = ['', false, false];
  await readAll(pack, part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Formats that every program has and that show dates, in Chinese editions too; times of a day alone are none. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a format shows the day of a number: a letter of dates outside of quoted text, brackets and escapes. */
function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
  return /[yde]/i.test(plain) && !/^general$/i.test(plain) && !/[0#?]e[+-]/i.test(plain);
}

async function datesOf(pack: Package, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inFormats = false;
  await readAll(pack, part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inFormats = true;
      if (name !== 'xf' || !inFormats) return;
      const code = codes.get(Number(numFmtId));
      dates.push(code === undefined ? BUILT_IN.has(Number(numFmtId)) : isDateFormat(code));
    },
    text: nothing,
    close: (name) => {
      if (name === 'cellXfs') inFormats = false;
    },
  });
  return dates;
}

/** The sheets of a workbook in their order, and what their cells refer to; null where it is no workbook. */
export async function bookOf(pack: Package): Promise<Book | null> {
  const main =
    [...(await relations(pack, '')).values()].find(({ type }) => type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  if (!pack.has(main)) return null;
  const parts = await relations(pack, main);
  const byType = (type: string): string => [...parts.values()].find((one) => one.type === type)?.target ?? '';
  const sheets: { name: string; part: string }[] = [];
  let [from1904, isBook] = [false, false];
  await readAll(pack, main, {
    open: (name, attributes) => {
      if (name === 'workbook') isBook = true;
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /^(?:\w+:)?id$/.test(key))?.[1] ?? '';
      const part = parts.get(id)?.target;
      if (part !== undefined && parts.get(id)?.type === 'worksheet') sheets.push({ name: attributes.name ?? '', part });
    },
    ...{ text: nothing, close: nothing },
  });
  if (!isBook) return null;
  return {
    sheets,
    strings: await stringsOf(pack, byType('sharedStrings')),
    dates: await datesOf(pack, byType('styles')),
    from1904,
  };
}
