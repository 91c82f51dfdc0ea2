import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/diagnostic.js';
import {
  FREQUENT_SIMPLIFIED,
  FREQUENT_TRADITIONAL_ONLY,
  USUAL_SIMPLIFIED,
  USUAL_TRADITIONAL_ONLY,
} from '../../src/core/frequent.js';
import { decode } from '../../src/read/encoding.js';
import { cnsToBig5 } from '../../src/read/encoding-cns.js';
import { collectPieces } from '../../src/read/encoding-pieces.js';

const TEXT = '临溪市充电设施建设方案：到2026年底，全市建成充电桩5000个，由市发展改革委牵头。\n';
const KOREAN =
  '우리 시는 내년 말까지 공원 세 곳을 새로 만들고, 오래된 도로를 고치는 계획을 다음과 같이 알립니다. 자세한 내용은 시청에서 확인할 수 있습니다.';
const JAPANESE =
  'この計画は、来年の春までに小さな公園を三つ作り、古くなった橋を直すためのものです。ご意見をお寄せください。';

async function failureOf(bytes: Uint8Array, forced?: string) {
  const error = await decode(bytes, forced).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).diagnostic;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('byte order marks', () => {
  it.each([
    ['utf-8', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['utf-32le', 'utf-32le'],
    ['utf-32be', 'utf-32be'],
    ['gb18030', 'gb18030'],
  ])('%s is believed and consumed', async (name) => {
    const found = await decode(iconv.encode(`\ufeff${TEXT}`, name));
    expect(found.text).toBe(TEXT);
    expect(found.encoding).toEqual({ name, via: 'bom', confidence: 1, replaced: 0 });
  });

  it('is consumed twice where it stands twice', async () => {
    expect((await decode(Buffer.from(`\ufeff\ufeff${TEXT}`, 'utf8'))).text).toBe(TEXT);
  });

  it('of UTF-8 is not believed before GBK', async () => {
    const found = await decode(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), iconv.encode(TEXT, 'gbk')]));
    expect(found.text).toBe(TEXT);
    expect(found.encoding).toMatchObject({ name: 'gb18030', via: 'detected' });
  });

  it('makes text in another language readable, too', async () => {
    expect((await decode(iconv.encode(`\ufeff${KOREAN}`, 'utf-16le'))).text).toBe(KOREAN);
  });
});

describe('a forced encoding', () => {
  it.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['CP936', 'gb18030'],
    ['gb18030-2022', 'gb18030'],
    ['EUC-CN', 'gb18030'],
    ['x-gbk', 'gb18030'],
    ['GB_2312-80', 'gb18030'],
    ['gb-2312', 'gb18030'],
    ['csGB2312', 'gb18030'],
    ['chinese', 'gb18030'],
    ['cp54936', 'gb18030'],
    ['zh_CN.GBK', 'gb18030'],
    ['"gbk"', 'gb18030'],
    ['.936', 'gb18030'],
  ])('%s means gb18030', async (label, name) => {
    const found = await decode(iconv.encode(TEXT, 'gb18030'), label);
    expect(found).toEqual({
      text: TEXT,
      encoding: { name, via: 'forced', confidence: 1, replaced: 0 },
      diagnostics: [],
    });
  });

  it.each([
    ['UTF8', 'utf-8'],
    [' utf-8 ', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['UTF_16BE', 'utf-16be'],
    ['utf-7', 'utf-7'],
    ['utf-8-sig', 'utf-8'],
    ['UTF8BOM', 'utf-8'],
    ['ucs-2', 'utf-16le'],
    ['unicode', 'utf-16le'],
  ])('%s is known', async (label, name) => {
    const found = await decode(iconv.encode(TEXT, name), label);
    expect(found.text).toBe(TEXT);
    expect(found.encoding.name).toBe(name);
  });

  it('wins over what the bytes say, and reports the damage', async () => {
    const found = await decode(Buffer.from('农村供水'), 'big5-hkscs');
    expect(found.encoding).toMatchObject({ name: 'big5', via: 'forced' });
    expect(found.encoding.replaced).toBe(found.text.split('\ufffd').length - 1);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['encoding/replaced']);
  });

  it.each(['Big5', 'cn-big5', 'x-x-big5', 'CP950', 'MS950', 'big5-hkscs', 'Big5-HKSCS-2008', 'zh_TW.Big5'])(
    '%s means big5',
    async (label) => {
      const found = await decode(iconv.encode('縣水務局，佢哋。', 'big5-hkscs'), label);
      expect(found).toMatchObject({ text: '縣水務局，佢哋。', encoding: { name: 'big5', via: 'forced' } });
    },
  );

  it.each([
    ['hz', 'hz-gb-2312', '~{;7>3~}'],
    ['HZ-GB-2312', 'hz-gb-2312', '~{;7>3~}'],
    ['csISO2022CN', 'iso-2022-cn', '\x1b$)A\x0e;7>3\x0f'],
    ['iso2022-cn-ext', 'iso-2022-cn', '\x1b$)A\x0e;7>3\x0f'],
  ])('%s means %s', async (label, name, bytes) => {
    expect(await decode(latin1(bytes), label)).toMatchObject({ text: '环境', encoding: { name, via: 'forced' } });
  });

  it('takes the byte order from the mark', async () => {
    expect((await decode(iconv.encode(`\ufeff${TEXT}`, 'utf-16be'), 'utf-16')).text).toBe(TEXT);
  });

  it('reads other languages', async () => {
    expect((await decode(iconv.encode(KOREAN, 'euc-kr'), 'euc-kr')).text).toBe(KOREAN);
  });

  it.each(['gb-nonsense', '', 'base64', 'hex', 'auto', 'GBK, UTF-8', 'x'.repeat(500)])(
    '%j is unknown',
    async (name) => {
      expect(await failureOf(Buffer.from(TEXT), name)).toEqual({
        code: 'encoding/unknown-name',
        severity: 'error',
        args: { name },
      });
    },
  );
});

describe('nothing to read', () => {
  it.each([
    ['no bytes', Buffer.alloc(0)],
    ['blanks', Buffer.from(' \r\n\t\u3000\u00a0\u200b\n')],
    ['a mark alone', Buffer.of(0xef, 0xbb, 0xbf)],
    ['a UTF-16 mark and blanks', iconv.encode('\ufeff  \n', 'utf-16le')],
    ['blanks of GBK', iconv.encode('\u3000\u3000\n\u3000\u3000\n', 'gbk')],
  ])('%s', async (_label, bytes) => {
    expect(await failureOf(bytes)).toMatchObject({ code: 'input/empty', severity: 'error' });
  });
});

describe('binary input', () => {
  it.each([
    ['a PNG picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a JPEG picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a GIF picture', latin1('GIF89a\x10\0\x10\0')],
    ['a BMP picture', latin1('BM\x36\x03\0\0\0\0\0\0\x36\0\0\0')],
    ['a HEIC picture', latin1('\0\0\0\x18ftypheic\0\0\0\0')],
    ['a web archive (MHTML)', latin1('From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n')],
    ['a gzip archive', gzipSync('计划')],
    ['binary data', deflateSync(Buffer.from(KOREAN.repeat(20)))],
    ['a PNG picture', latin1('\x89PNG\r\n')],
    ['a PDF document', latin1('%PDF-')],
    ['a ZIP archive', latin1('PK\x03\x04')],
    ['a WebP picture', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
    ['a PDF document', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
    ['a ZIP archive', latin1('PK\x03\x04\x14\0\0\0\x08\0notes.txt')],
    ['a DOCX document', latin1('PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml PK\x01\x02 word/document.xml')],
    ['an OFD document', latin1('PK\x03\x04\x14\0\0\0\x08\0OFD.xml')],
    ['a RAR archive', latin1('Rar!\x1a\x07\x01\0')],
    ['a gzip archive', latin1('\x1f\x8b\x08\0\0\0\0\0')],
    ['an old Office document (DOC, XLS, PPT or WPS)', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
    ['a program', latin1('\x7fELF\x02\x01\x01\0')],
    ['an MP4 video', latin1('\0\0\0\x20ftypisom\0\0\x02\0')],
    ['a file of zeros', Buffer.alloc(64)],
    ['binary data', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 7 + (i >> 3) * 13) & 0xff))],
    ['binary data', Buffer.from(Uint16Array.from({ length: 2000 }, (_, i) => (i * 7) % 200).buffer)],
  ])('%s', async (looksLike, bytes) => {
    expect(await failureOf(bytes)).toEqual({ code: 'input/binary', severity: 'error', args: { looksLike } });
  });

  it('is refused under a forced name, too', async () => {
    expect((await failureOf(latin1('\x89PNG\r\n\x1a\n\0\0'), 'utf-8')).code).toBe('input/binary');
  });

  it('is not what a text about file formats is', async () => {
    expect((await decode(Buffer.from('BMP 与 PNG 格式均可'))).text).toBe('BMP 与 PNG 格式均可');
    const text = '  附件格式：PNG、GIF89a、%PDF-1.4，ftyp 与 WEBP 均可。';
    expect((await decode(Buffer.from(text))).text).toBe(text);
  });
});

describe('other languages in legacy encodings', () => {
  it.each([
    ['EUC-KR', iconv.encode(KOREAN, 'euc-kr'), 0, 0.05],
    ['EUC-KR, short', iconv.encode('계획을 알립니다', 'euc-kr'), 0, 0.05],
    ['Shift_JIS', iconv.encode(JAPANESE, 'shift_jis'), 0.1, 0.5],
    ['EUC-JP', iconv.encode(JAPANESE, 'euc-jp'), 0.1, 0.5],
    [
      'Latin-1',
      latin1('L\xe9cole est ferm\xe9e jusqu\x92\xe0 l\x92\xe9t\xe9 ; le b\xe2timent sera r\xe9nov\xe9.'),
      0,
      0.2,
    ],
    ['Windows-1251', iconv.encode('Совет утвердил план строительства двух новых мостов.', 'windows-1251'), 0, 0.2],
    ['KOI8-R', iconv.encode('Совет утвердил план строительства двух новых мостов.', 'koi8-r'), 0, 0.2],
  ])('%s', async (_label, bytes, least, most) => {
    const found = await failureOf(bytes);
    expect(found).toMatchObject({ code: 'input/not-chinese', severity: 'error' });
    const { share } = found.args as { share: number };
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it.each([
    ['English', 'Plain words, nothing else.'],
    ['English with a template', 'x = /~{2}/; y = `~{name}~`; // long enough to be no accident'],
    ['French', 'L’été, l’école est fermée.'],
    ['Russian', 'План развития'],
    ['Russian, four letters', 'План'],
    ['Greek', 'Σχέδιο'],
    ['Arabic', 'خطة'],
    ['Korean', KOREAN],
  ])('but %s in UTF-8 is returned', async (_label, text) => {
    const found = await decode(Buffer.from(text));
    expect(found.text).toBe(text);
    expect(found.encoding).toMatchObject({ name: 'utf-8', via: 'valid-utf8', replaced: 0 });
  });

  it('but Chinese names, short of frequent characters, are Chinese', async () => {
    const names =
      '赵启明、钱蕴芳、孙皓、李芷晴、周柏松、吴懿、郑筱、王珂、冯骞、陈翊涵、褚遂宁、卫庄、蒋琬、沈括、韩愈';
    expect((await decode(iconv.encode(names, 'gbk'))).text).toBe(names);
  });
});

describe('a declaration', () => {
  const page = (label: string) => Buffer.concat([latin1(`<meta charset=${label}>`), iconv.encode('橋樑', 'big5')]);

  it('breaks a tie, and the reader is warned', async () => {
    const found = await decode(page('big5'));
    expect(found.text).toBe('<meta charset=big5>橋樑');
    expect(found.encoding).toMatchObject({ name: 'big5', via: 'declared' });
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['encoding/low-confidence']);
  });

  it('is not credited with what the bytes decide', async () => {
    expect((await decode(page('utf-8'))).encoding).toMatchObject({ via: 'detected' });
    const clear = Buffer.concat([latin1('<meta charset=gb2312>'), iconv.encode(TEXT, 'gbk')]);
    expect((await decode(clear)).encoding).toMatchObject({ name: 'gb18030', via: 'detected' });
  });
});

describe('7-bit encodings', () => {
  it('reads the escapes of HZ: ~~, a joined line, a run left open at the line end', async () => {
    const found = await decode(latin1('~{;7>3~} ~~100 ~\nm\n~{K.@{\nend ~{9$3L~}'));
    expect(found.text).toBe('环境 ~100 m\n水利\nend 工程');
    expect(found.encoding).toMatchObject({ name: 'hz-gb-2312', replaced: 0 });
  });

  it('reads CNS 11643 behind SO and the single shift of ISO-2022-CN', async () => {
    const found = await decode(latin1('\x1b$)G\x0eYORo\x0f \x1b$*H\x1bN!!\n\x1b$)A\x0e9z\x0f'));
    expect(found.text).toBe('國科 乂\n国');
    expect(found.encoding).toMatchObject({ name: 'iso-2022-cn', replaced: 0 });
  });

  it('maps the planes of CNS 11643 one to one', () => {
    for (const plane of [1, 2] as const) {
      const codes = new Set<number>();
      let count = 0;
      for (let row = 0x20; row <= 0x7f; row++)
        for (let column = 0x20; column <= 0x7f; column++) {
          const code = cnsToBig5(plane, row, column);
          if (code > 0 && row >= (plane === 1 ? 0x44 : 0)) {
            codes.add(code);
            count++;
          }
        }
      expect(codes.size).toBe(count);
      expect(count).toBe(plane === 1 ? 5401 : 7650); // the Han characters that the standard lists
    }
    expect(cnsToBig5(1, 0x44, 0x21)).toBe(0xa440); // 一
    expect(cnsToBig5(1, 0x20, 0x21)).toBe(0);
  });
});

describe('what cannot be decoded', () => {
  const ONE = '到2027年，全县新建供水管网320公里，由县水务局牵头。\n';
  const TWO = '到2027年，全縣新建供水管網320公里，由縣水務局牽頭。\n';
  const seven = (open: string, close: string) => (text: string) =>
    text
      .split(/([^\0-\x7f]+)/)
      .map((part, i) => {
        if (i % 2 === 0) return part;
        return open + Buffer.from(iconv.encode(part, 'gb2312').map((byte) => byte & 0x7f)).toString('latin1') + close;
      })
      .join('');
  const by = (name: string) => (text: string) => iconv.encode(text, name);
  const byLatin1 = (write: (text: string) => string) => (text: string) => latin1(write(text));

  /** A byte or unit that never is a character, put between characters; in 7-bit text, between lines. */
  it.each([
    ['utf-8', ONE, by('utf-8'), [0xff]],
    ['utf-8', ONE, by('utf-8'), [0xc0]],
    ['gb18030', ONE, by('gb18030'), [0xff]],
    ['big5', TWO, by('big5'), [0xff]],
    ['utf-16le', ONE, by('utf-16le'), [0x00, 0xdc]],
    ['utf-16be', ONE, by('utf-16be'), [0xdc, 0x00]],
    ['hz-gb-2312', ONE, byLatin1(seven('~{', '~}')), [0xff]],
    ['iso-2022-cn', ONE, byLatin1(seven('\x1b$)A\x0e', '\x0f')), [0xff]],
    ['euc-kr', KOREAN, by('euc-kr'), [0xff]],
  ] as const)('is counted in %s, and nothing else changes', async (name, text, encode, bad) => {
    const wide = /^(?:hz|iso)/.test(name);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 12 }), async (places) => {
        const parts: Uint8Array[] = [];
        let expected = '';
        let count = 0;
        for (const [i, unit] of (wide ? Array(30).fill(text) : [...text.repeat(3)]).entries()) {
          if (places.includes(i)) {
            parts.push(Buffer.from(bad));
            expected += '\ufffd';
            count++;
          }
          parts.push(encode(unit));
          expected += unit;
        }
        const found = await decode(Buffer.concat(parts), name);
        expect(found.text).toBe(expected);
        expect(found.encoding.replaced).toBe(count);
        expect(found.diagnostics.map(({ code }) => code)).toEqual(found.encoding.replaced ? ['encoding/replaced'] : []);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'hz', 'iso-2022-cn', 'euc-kr', 'shift_jis'])(
    'is counted in any bytes as %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
          const found = await decode(bytes, name).catch((error: unknown) => error as InputError);
          if (found instanceof Error) {
            expect(found).toBeInstanceOf(InputError);
            return;
          }
          const shown = found.text.split('\ufffd').length - 1;
          const written = shown - found.encoding.replaced;
          expect(written).toBeGreaterThanOrEqual(0);
          // Random bytes spell the character itself next to never.
          expect(written).toBeLessThanOrEqual(1);
        }),
        { numRuns: 200, seed: 9 },
      );
    },
  );
});

describe('a text too long for a string', () => {
  it('is refused as such, in one line', () => {
    const pieces = collectPieces(10);
    pieces.add('供水');
    pieces.add('12345678');
    expect(pieces.join()).toBe('供水12345678');
    expect(() => pieces.add('9')).toThrow(InputError);
    try {
      pieces.add('9');
    } catch (error) {
      expect((error as InputError).diagnostic).toEqual({
        code: 'input/too-large',
        severity: 'error',
        args: { characters: 10 },
      });
    }
  });
});

describe('in general', () => {
  it('lists every frequent and usual character once', () => {
    const all = [...FREQUENT_SIMPLIFIED, ...FREQUENT_TRADITIONAL_ONLY, ...USUAL_SIMPLIFIED, ...USUAL_TRADITIONAL_ONLY];
    expect(new Set(all).size).toBe(all.length);
    expect([...FREQUENT_TRADITIONAL_ONLY].filter((c) => FREQUENT_SIMPLIFIED.includes(c))).toEqual([]);
  });

  it('gives well-formed text or an InputError for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        try {
          const { text, encoding } = await decode(bytes);
          expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
          expect(encoding.confidence).toBeGreaterThanOrEqual(0);
          expect(encoding.confidence).toBeLessThanOrEqual(1);
          expect(encoding.replaced).toBeLessThanOrEqual(text.split('\ufffd').length - 1);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500, seed: 20 },
    );
  });

  it('leaves the bytes alone and does not look beyond a view of a larger buffer', async () => {
    const inner = iconv.encode(TEXT, 'gbk');
    const outer = Buffer.concat([Buffer.from('xx'), inner, Buffer.of(0xff, 0xff)]);
    const before = Buffer.from(outer);
    expect((await decode(new Uint8Array(outer.buffer, outer.byteOffset + 2, inner.length))).text).toBe(TEXT);
    expect(outer.equals(before)).toBe(true);
  });
});
