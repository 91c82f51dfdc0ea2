import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { LIMITS } from '../../../src/batch/containers/member.js';
import { archive, unicodePath } from './archive.js';
import { all, planOf, refusal, told } from './members.js';

const A = planOf('青石县');
const B = planOf('白水县');
const PAGES = [
  { name: 'b/2.html', data: B },
  { name: 'a/1.txt', data: A },
];

/** An archive as a library writes it. */
async function packed(fill: (zip: yazl.ZipFile) => void, options: Partial<yazl.EndOptions> = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const pieces: Buffer[] = [];
  zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
  fill(zip);
  zip.end({ forceZip64Format: false, comment: '', ...options });
  await once(zip.outputStream, 'end');
  return Buffer.concat(pieces);
}

describe('an archive of pages', () => {
  it('gives them in the order of its directory', async () => {
    expect(await all(archive(PAGES))).toEqual([
      { name: 'b/2.html', bytes: Buffer.from(B) },
      { name: 'a/1.txt', bytes: Buffer.from(A) },
    ]);
  });

  it.each([
    ['packed', { compress: true }, {}],
    ['stored', { compress: false }, {}],
    ['in the form for large files', { forceZip64Format: true }, { forceZip64Format: true }],
    ['with a comment', {}, { comment: 'plans' }],
  ])('%s', async (_, options, end) => {
    const bytes = await packed((zip) => {
      zip.addEmptyDirectory('规划');
      zip.addBuffer(Buffer.from(A), '规划/青石县.txt', options);
    }, end);
    expect(await told(bytes)).toEqual(['规划/青石县.txt: 青石县供水保障方案']);
  });

  it('with sizes behind the data', async () => {
    const { Readable } = await import('node:stream');
    const bytes = await packed((zip) => zip.addReadStream(Readable.from([Buffer.from(A)]), 'a.txt'));
    expect(await told(bytes)).toEqual(['a.txt: 青石县供水保障方案']);
  });

  it('with bytes behind its end', async () => {
    expect(await all(Buffer.concat([archive(PAGES), Buffer.from('\r\n\r\n')]))).toHaveLength(2);
  });

  it('that is empty holds nothing', async () => {
    expect(await all(archive([]))).toEqual([]);
  });

  it('gives corpora and archives in it opened', async () => {
    const corpus = `标题,正文\na,"${A}"\nb,"${B}"\n`;
    const inner = archive([{ name: 'c.csv', data: corpus }]);
    expect(
      await told(
        archive([
          { name: 'x.json', data: JSON.stringify({ content: A }) },
          { name: 'in.zip', data: inner },
        ]),
      ),
    ).toEqual([
      'x.json#1: 青石县供水保障方案',
      'in.zip#c.csv#1: 青石县供水保障方案',
      'in.zip#c.csv#2: 白水县供水保障方案',
    ]);
  });

  it.each([
    ['DOCX', ['[Content_Types].xml', 'word/document.xml']],
    ['OFD', ['OFD.xml', 'Doc_0/Document.xml']],
    ['OpenDocument', ['mimetype', 'content.xml', 'META-INF/manifest.xml']],
    ['EPUB', ['mimetype', 'META-INF/container.xml']],
  ])('is none that is a %s', async (_, names) => {
    const document = archive(names.map((name) => ({ name, data: '<x/>' })));
    expect(await all(document)).toBeNull();
    expect(await all(archive([{ name: 'plan.docx', data: document, method: 0 }]))).toEqual([
      { name: 'plan.docx', bytes: document },
    ]);
  });
});

describe('names', () => {
  it.each([
    ['gbk', '关于印发青石县供水保障方案的通知.txt'],
    ['big5', '關於印發青石縣供水保障方案的通知與說明.txt'],
  ])('in %s without a word about it', async (encoding, name) => {
    const entries = [1, 2, 3].map((i) => ({ name: iconv.encode(`${i}${name}`, encoding), data: A }));
    expect((await all(archive(entries)))?.map((member) => member.name)).toEqual([`1${name}`, `2${name}`, `3${name}`]);
  });

  it('in UTF-8 with and without the flag, and in the field of Info-ZIP', async () => {
    const raw = Buffer.from('??.txt');
    const entries = [
      { name: '青石.txt', flags: 0x800, data: A },
      { name: '白水.txt', data: A },
      { name: raw, extra: unicodePath(raw, '石泉.txt'), data: A },
      { name: raw, extra: unicodePath(Buffer.from('other'), '错.txt'), data: A },
    ];
    expect((await all(archive(entries)))?.map(({ name }) => name)).toEqual([
      '青石.txt',
      '白水.txt',
      '石泉.txt',
      '??.txt',
    ]);
  });

  it('that lead out of the archive stay in it', async () => {
    const names = [
      '../../etc/plan.txt',
      '/root/plan.txt',
      'C:\\plans\\plan.txt',
      'a\\b.txt',
      './x/./y.txt',
      'n\0\n.txt',
      '..',
    ];
    expect((await all(archive(names.map((name) => ({ name, data: A })))))?.map(({ name }) => name)).toEqual([
      'etc/plan.txt',
      'root/plan.txt',
      'plans/plan.txt',
      'a/b.txt',
      'x/y.txt',
      'n__.txt',
      'unnamed',
    ]);
  });

  it('that stand twice are told apart', async () => {
    const twice = [
      { name: 'a.txt', data: A },
      { name: 'a.txt', data: B },
    ];
    expect(await told(archive(twice))).toEqual(['a.txt: 青石县供水保障方案', 'a.txt (2): 白水县供水保障方案']);
  });
});

describe('what is no plan is passed over with the reason', () => {
  it('by its name, its bytes, its place', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1');
    const entries = [
      { name: 'folder/' },
      { name: 'a.html', data: A },
      { name: 'a_files/frame.html', data: B },
      { name: '__MACOSX/._a.html', data: 'x' },
      { name: '.DS_Store', data: 'x' },
      { name: 'style.CSS', data: 'x' },
      { name: 'really.html', data: png },
      { name: 'targets.csv', data: 'document,title,region,section\r\na,b,c,d\r\n' },
    ];
    expect(await told(archive(entries))).toEqual([
      'a.html: 青石县供水保障方案',
      'a_files/frame.html: skipped, saved beside a page by a browser',
      '__MACOSX/._a.html: skipped, left there by an operating system or program',
      '.DS_Store: skipped, left there by an operating system or program',
      'style.CSS: skipped, a style sheet',
      'really.html: skipped, a PNG picture',
      'targets.csv: skipped, a table of gongwen',
    ]);
  });
});

describe('damaged entries are failures and the rest goes on', () => {
  it.each([
    ['encrypted', { flags: 1 }],
    ['a method of few programs', { method: 9 }],
    ['a wrong check sum', { crc: 1 }],
    ['damaged data', { packed: Buffer.from('no deflate data at all') }],
    ['a size that is too small', { size: 3 }],
    ['a size that is too large', { size: 999_999 }],
    ['a header that is not there', { offset: 900_000 }],
  ])('%s', async (_, wrong) => {
    const entries = [
      { name: 'x.txt', data: B, ...wrong },
      { name: 'a.txt', data: A },
    ];
    expect(await told(archive(entries))).toEqual(['x.txt: archive/entry', 'a.txt: 青石县供水保障方案']);
  });

  it('a corpus without texts, an archive of another kind', async () => {
    const entries = [
      { name: 'links.csv', data: '标题,网址\na,http://a.example\n' },
      { name: 'more.rar', data: 'Rar!\x1a\x07\0' },
      { name: 'a.txt', data: A },
    ];
    expect(await told(archive(entries))).toEqual([
      'links.csv: skipped, data without long Chinese text',
      'more.rar: input/packed',
      'a.txt: 青石县供水保障方案',
    ]);
  });

  it('a directory that breaks off', async () => {
    const whole = archive(PAGES);
    const second = whole.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    whole[second] = 0;
    expect(await told(whole)).toEqual(['b/2.html: 白水县供水保障方案', '*: archive/damaged']);
  });

  it('an archive that is cut off is refused', async () => {
    expect(await refusal(archive(PAGES).subarray(0, 200))).toMatch(/^archive\/damaged: .*cut off/);
  });

  it('every cut and every changed byte ends in members or one clear refusal', async () => {
    const whole = archive(PAGES);
    for (let i = 4; i < whole.length; i += 3) {
      const changed = Buffer.from(whole);
      changed[i] = (changed[i] ?? 0) ^ 0xff;
      for (const bytes of [changed, whole.subarray(0, i)]) {
        const members = await refusal(bytes);
        expect(members).toMatch(/^(?:not refused|archive\/damaged: |archive\/limit: )/);
      }
    }
  });
});

describe('bombs', () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);

  it('an entry that is too much of its packed size', async () => {
    const entries = [
      { name: 'bomb.txt', data: zeros },
      { name: 'a.txt', data: A },
    ];
    expect(await told(archive(entries))).toEqual(['bomb.txt: archive/limit', 'a.txt: 青石县供水保障方案']);
  });

  it('an entry that says to be small', async () => {
    expect(await told(archive([{ name: 'bomb.txt', data: zeros, size: 10 }]))).toEqual(['bomb.txt: archive/limit']);
  });

  it('an entry over the limit for entries, stored or packed', async () => {
    const limits = { entryBytes: 100 };
    for (const method of [0, 8]) {
      const [member] = (await all(archive([{ name: 'a.txt', data: A, method }]), 'x', { limits })) ?? [];
      expect(member).toMatchObject({ failure: { code: 'archive/limit', args: { limit: 'entry' } } });
    }
  });

  it('an archive over the limit for all entries, with what lies in it', async () => {
    const limits = { totalBytes: Buffer.byteLength(A) * 2 + 50 };
    const entries = ['1', '2', '3', '4'].map((name) => ({ name: `${name}.txt`, data: A }));
    expect(await told(archive(entries), 'x', { limits })).toEqual([
      '1.txt: 青石县供水保障方案',
      '2.txt: 青石县供水保障方案',
      '3.txt: archive/limit',
      '4.txt: archive/limit',
    ]);
  });

  it('too many entries', async () => {
    expect(await refusal(archive(PAGES), 'x', { limits: { entries: 1 } })).toMatch(/^archive\/limit: .*1 entries/);
  });

  it('entries over the same bytes', async () => {
    const kernel = deflateRawSync(Buffer.alloc(1000));
    const entries = [
      { name: 'a.txt', data: A },
      { name: 'b.txt', packed: kernel, offset: 0 },
    ];
    expect(await refusal(archive(entries))).toMatch(/^archive\/limit: .*share their bytes/);
  });

  it('archives in archives, as deep as is read and deeper', async () => {
    let inner = archive([{ name: 'a.txt', data: A }]);
    for (let depth = 1; depth < LIMITS.depth; depth++) inner = archive([{ name: 'in.zip', data: inner }]);
    expect(await told(inner)).toEqual(['in.zip#in.zip#a.txt: 青石县供水保障方案']);
    expect(await told(archive([{ name: 'in.zip', data: inner }]))).toEqual(['in.zip#in.zip#in.zip: archive/limit']);
  });
});

describe('archives of other kinds are refused with what to do', () => {
  it.each([
    ['RAR', 'Rar!\x1a\x07\x01\0'],
    ['7-Zip', '7z\xbc\xaf\x27\x1c'],
    ['gzip', '\x1f\x8b\x08\0'],
    ['TAR', `${'a'.repeat(257)}ustar\0`],
  ])('%s', async (kind, signature) => {
    expect(await refusal(Buffer.from(`${signature}${'\0'.repeat(300)}`, 'latin1'))).toMatch(
      new RegExp(`^input/packed: is an? ${kind} archive, .*unpack`),
    );
  });
});
