import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/diagnostic.js';
import { parse } from '../../src/index.js';
import { readBytes } from '../../src/read/index.js';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/pdf/${name}/source.pdf`, import.meta.url))));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a file is refused for. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readBytes(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof InputError ? error.diagnostic.code : String(error);
}

const FONT_FILE_LESS =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 7 0 R >>';
const DESCRIPTOR =
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';

/** A PDF whose pages draw text in a font that is not in the file; `pages`: lines in hexadecimal codes. */
function pdfWith(encoding: string, pages: readonly (readonly string[])[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${8 + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    'null',
    'null',
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    FONT_FILE_LESS,
    DESCRIPTOR,
    ...pages.flatMap((lines, i) => {
      const stream = `BT /F1 16 Tf 90 760 Td 28 TL\n${lines.map((line) => `<${line}> Tj T*`).join('\n')}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${9 + i * 2} 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return bytesOf(`%PDF-1.4\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n%%EOF\n`);
}

/** UTF-16, big end first, in hexadecimal digits. */
function utf16(text: string): string {
  return [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

/** GBK of 目标95%: the characters of the test, written out. */
const GBK_TARGET = 'c4bfb1ea393525';
const PLAN = ['白石县农业发展规划', '一、主要目标', '到2025年，粮食总产量达到30万吨。'].map(utf16);

describe('a PDF', () => {
  it('gives page and line of each record', async () => {
    const { document } = await parse(fixture('plan-over-pages'));
    const places = document.targets.map(({ evidence }) => evidence.source);
    expect(document.source.format).toBe('pdf');
    expect(places[0]).toEqual({ page: 2, line: 16 });
    expect(places.at(-1)).toMatchObject({ page: 4 });
  });

  it('lists what runs through its pages as removed, and keeps it where it is asked to', async () => {
    const { document } = await parse(fixture('plan-over-pages'));
    const removed = document.cleaning.removed.map(({ reason, text }) => `${reason}: ${text}`).join('\n');
    expect(removed).toContain('footer: — 1 —');
    expect(removed).toContain('duplicate: 序号\n类别');
    const kept = await parse(fixture('plan-over-pages'), { keep: ['footer'] });
    expect(kept.text).toMatch(/^—\s?2\s?—$/m);
    expect(kept.document.targets.map(({ indicator }) => indicator)).toEqual(
      document.targets.map(({ indicator }) => indicator),
    );
  });

  it('is read the same each time', async () => {
    const [once, again] = [await parse(fixture('two-columns')), await parse(fixture('two-columns'))];
    expect(again).toEqual(once);
  });

  it('may stand behind other bytes', async () => {
    const bytes = fixture('two-columns');
    const shifted = new Uint8Array(bytes.length + 6);
    shifted.set(bytesOf('junk\n\n'));
    shifted.set(bytes, 6);
    expect((await readBytes(shifted)).format).toBe('pdf');
  });

  it.each([
    ['UniGB-UCS2-H', utf16('目标95%')],
    ['UniGB-UTF16-H', utf16('目标95%')],
    ['GBK-EUC-H', GBK_TARGET],
    ['GB-EUC-H', GBK_TARGET],
  ])('is read where its font is not in the file: %s', async (encoding, line) => {
    const { draft } = await readBytes(pdfWith(encoding, [[line]]));
    expect(draft.decoded).toBe('目标95%\n');
  });

  it('names pages without text', async () => {
    const { draft, places } = await readBytes(pdfWith('UniGB-UCS2-H', [PLAN, [], PLAN, []]));
    expect(draft.diagnostics).toEqual([{ code: 'pdf/empty-pages', severity: 'warning', args: { pages: [2, 4] } }]);
    expect(places?.starts).toHaveLength(4);
  });
});

describe('a PDF that cannot be read is refused for what is wrong', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['pictures alone', () => fixture('scanned'), 'pdf/no-text'],
    ['pages without anything', () => pdfWith('UniGB-UCS2-H', [[]]), 'pdf/no-text'],
    ['cut off', () => fixture('two-columns').slice(0, 20_000), 'pdf/broken'],
    ['a header alone', () => bytesOf('%PDF-1.7\n'), 'pdf/broken'],
    ['fonts without Unicode', () => pdfWith('Identity-H', [['00a100a2']]), 'pdf/unmapped'],
    [
      'a password',
      () => {
        const word = '00'.repeat(32);
        const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${word}> /U <${word}> /P -4 >>`;
        return pdfWith('UniGB-UCS2-H', [PLAN], trailer);
      },
      'pdf/password',
    ],
    [
      'a tree of pages that holds itself',
      () =>
        bytesOf(
          '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 99 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF',
        ),
      'pdf/no-text',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes())).toBe(code);
  });

  it('and a text that speaks of PDF is none', async () => {
    const { format } = await readBytes(bytesOf('附件请用%PDF-1.4格式报送。'.repeat(20)));
    expect(format).toBe('text');
  });
});
