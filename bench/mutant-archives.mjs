// Archives, corpora and documents of other programs that are damaged, lie about themselves or are bombs. Each function takes
// the choices of `chance` in bench/mutants.mjs and `base`, which gives a file as it came; it gives the ending of a name, and
// bytes.
import { zipSync } from 'fflate';

/** The same bytes whatever the day. */
const MTIME = new Date('2001-01-01T00:00:00');
const zip = (entries, level = 6) => Buffer.from(zipSync(entries, { level, mtime: MTIME }));

const NAMES = [
  'plan.html',
  'a/b/规划.txt',
  '../../outside.txt',
  '/absolute.txt',
  'C:\\windows\\plan.txt',
  'con',
  'a'.repeat(300),
  'plan.html/',
  '.',
  '#1',
  '\u202etxt.exe',
  'x\0y.txt',
  '[Content_Types].xml',
  'word/document.xml',
  'mimetype',
  'a\nb.txt',
];

function files(dice, base, most = 6) {
  const entries = {};
  for (let i = 1 + dice.int(most); i > 0; i--) {
    const { ending, bytes } = base(dice);
    entries[dice.maybe(0.3) ? dice.pick(NAMES) : `plans/${i}.${ending}`] = bytes;
  }
  return entries;
}

/** Where a record of the format begins (APPNOTE 4.3): local headers, the list of entries, its end. */
function records(bytes) {
  const found = [];
  for (const [name, signature] of [
    ['local', 'PK\x03\x04'],
    ['entry', 'PK\x01\x02'],
    ['end', 'PK\x05\x06'],
  ]) {
    for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 1, 'latin1'))
      found.push({ name, at });
  }
  return found;
}

/** Offsets, lengths and ways of packing of its records: what a reader relies on. */
const FIELDS = {
  local: [4, 6, 8, 14, 18, 22, 26, 28],
  entry: [8, 10, 16, 20, 24, 28, 30, 32, 34, 42],
  end: [4, 8, 10, 12, 16, 20],
};

/** Other numbers in the records of an archive. */
function lying(bytes, dice) {
  const out = Buffer.from(bytes);
  const found = records(out);
  for (let i = dice.size(1, 8); i > 0 && found.length > 0; i--) {
    const { name, at } = dice.pick(found);
    const field = at + dice.pick(FIELDS[name]);
    if (field + 4 > out.length) continue;
    if (dice.maybe(0.5)) out.writeUInt16LE(dice.pick([0, 1, 8, 99, 0xffff, dice.int(65_536)]), field);
    else out.writeUInt32LE(dice.pick([0, 1, 0x7fffffff, 0xffffffff, dice.int(out.length)]), field);
  }
  return out;
}

function flipped(bytes, dice) {
  const out = Buffer.from(bytes);
  for (let i = dice.size(1, 50); i > 0; i--) out[dice.int(out.length)] = dice.int(256);
  return out;
}

const cut = (bytes, dice) =>
  dice.maybe(0.8) ? bytes.subarray(0, dice.int(bytes.length)) : bytes.subarray(dice.int(bytes.length));

/** One way of damage out of those that fit any packed file. */
const damaged = (bytes, dice) => dice.pick([lying, lying, flipped, cut, (same) => same])(bytes, dice);

const archives = (dice, base) => ({ ending: 'zip', bytes: damaged(zip(files(dice, base), dice.pick([0, 6])), dice) });

/** All entries of the list speak of one stretch of packed bytes (Fifield, "A better zip bomb", 2019). */
function overlapping(dice) {
  const count = dice.size(2, 300);
  const entries = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i}.txt`, Buffer.from(i === 0 ? '县'.repeat(10_000) : '')]),
  );
  const out = zip(entries);
  const list = records(out).filter(({ name }) => name === 'entry');
  const [first] = list;
  for (const { at } of list) {
    out.copy(out, at + 8, first.at + 8, first.at + 28);
    out.copy(out, at + 42, first.at + 42, first.at + 46);
  }
  return out;
}

function bombs(dice, base) {
  const kinds = [
    () => zip({ 'plan.txt': Buffer.alloc(dice.size(1e5, 6e7), dice.pick(['\0', ' ', '县', '<div>', '\n'])) }, 9),
    () => overlapping(dice),
    () => {
      let inner = zip(files(dice, base, 2));
      for (let depth = dice.size(1, 12); depth > 0; depth--) inner = zip({ 'inner.zip': inner }, 0);
      return inner;
    },
    () => {
      const level = zip({ 'plan.txt': Buffer.alloc(1e6) }, 9);
      return zip(Object.fromEntries(Array.from({ length: dice.size(2, 30) }, (_, i) => [`${i}.zip`, level])), 9);
    },
    () =>
      zip(
        Object.fromEntries(
          Array.from({ length: dice.size(10, 300) }, (_, i) => [
            `${i}${dice.pick(['.txt', '.png', '/'])}`,
            Buffer.alloc(0),
          ]),
        ),
        0,
      ),
  ];
  return { ending: 'zip', bytes: dice.pick(kinds)() };
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const SENTENCES = [
  '云岭县农村供水三年行动方案',
  '一、任务',
  '到2025年，普及率达到95%。（县水务局负责）',
  '（一）新建学校5所。',
];
const many = (count, piece) => Array.from({ length: count }, (_, i) => piece(i)).join('');

/** What may stand in the body of a Word file that no word processor wrote. */
const BODIES = [
  (dice) => '<w:tbl><w:tr><w:tc>'.repeat(dice.size(1, 2000)),
  (dice) => {
    const depth = dice.size(1, 1500);
    return `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
  },
  (dice) =>
    `<w:tbl>${many(dice.size(1, 300), (i) => `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="${dice.pick([0, -1, 2, 99_999, 1e15, 'x'])}"/><w:vMerge/></w:tcPr>${paragraph(i)}</w:tc></w:tr>`)}</w:tbl>`,
  (dice) =>
    many(
      dice.size(1, 2000),
      () =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="${dice.int(12) - 1}"/><w:numId w:val="${dice.int(4)}"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`,
    ),
  (dice) => many(dice.size(1, 1000), (i) => `<w:ins><w:del><w:moveFrom>${paragraph(i)}`),
  (dice) =>
    many(
      dice.size(1, 500),
      () =>
        `<w:r><w:fldChar w:fldCharType="${dice.pick(['begin', 'separate', 'end', ''])}"/><w:instrText>HYPERLINK</w:instrText></w:r>`,
    ),
  (dice) => '&a;'.repeat(dice.size(1, 1000)),
  (dice) => paragraph('县'.repeat(dice.size(1, 50_000))),
  (dice) => `<w:p ${many(dice.size(1, 3000), (i) => `a${i}="1" `)}/>`,
  () => '</w:body></w:document><w:p/>',
];

function wordFile(dice) {
  const dtd = dice.maybe(0.1)
    ? `<!DOCTYPE d [<!ENTITY a "${'县'.repeat(100)}">${many(8, (i) => `<!ENTITY a${i} "&a;&a;&a;">`)}]>`
    : '';
  const body = many(1 + dice.int(3), () => dice.pick(BODIES)(dice));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${dtd}<w:document ${W}><w:body>${SENTENCES.map(paragraph).join('')}${body}${SENTENCES.map(paragraph).join('')}</w:body></w:document>`;
  const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${many(9, (i) => `<w:lvl w:ilvl="${i}"><w:start w:val="${dice.pick([1, 0, -1, 1e9, 'x'])}"/><w:numFmt w:val="${dice.pick(['decimal', 'chineseCounting', 'upperRoman', 'none', 'bullet', 'x'])}"/><w:lvlText w:val="${dice.pick(['%1.', '%1%2%3%4%5%6%7%8%9', '（%1）', '%', '%0', ''])}"/></w:lvl>`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
    'word/document.xml': dice.maybe(0.2) ? xml.slice(0, dice.int(xml.length)) : xml,
    'word/numbering.xml': numbering,
  };
  if (dice.maybe(0.2)) delete parts[dice.pick(Object.keys(parts))];
  const entries = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]));
  const bytes = zip(entries);
  return { ending: 'docx', bytes: dice.maybe(0.3) ? damaged(bytes, dice) : bytes };
}

/** A PDF file with a right table of its objects (ISO 32000-1, 7.5), whatever stands in them. */
function pdf(objects, trailer) {
  let out = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${out.length}\n%%EOF\n`;
}

const stream = (text, more = '') => `<< /Length ${text.length} ${more}>>\nstream\n${text}\nendstream`;

/** What may stand in the contents of a page that no program wrote. */
const CONTENTS = [
  (dice) =>
    `BT /F1 12 Tf ${many(dice.size(1, 3000), (i) => `1 0 0 1 ${dice.int(600)} ${dice.int(900)} Tm (Plan ${i}) Tj `)}ET`,
  (dice) => 'q '.repeat(dice.size(1, 20_000)),
  (dice) => '['.repeat(dice.size(1, 20_000)),
  (dice) => '<< /a '.repeat(dice.size(1, 20_000)),
  (dice) =>
    `BT /F1 ${dice.pick(['0', '-12', '1e38', '1e-38', 'x'])} Tf 0 0 0 0 0 0 Tm <${'d4c6'.repeat(dice.size(1, 2000))}> Tj ET`,
  (dice) => `BT (${'('.repeat(dice.size(1, 5000))} Tj ET`,
  (dice) =>
    many(dice.size(1, 2000), () => `${dice.int(600)} ${dice.int(900)} m ${dice.int(600)} ${dice.int(900)} l S `),
  (dice) => many(dice.size(1, 50), () => '/X1 Do '),
  (dice) => dice.bytes(dice.size(1, 2000)).toString('latin1'),
];

function pdfFile(dice) {
  const content = many(1 + dice.int(2), () => dice.pick(CONTENTS)(dice));
  const kids = dice.pick([
    '[3 0 R]',
    '[3 0 R 3 0 R 3 0 R]',
    '[2 0 R]',
    `[${'3 0 R '.repeat(dice.size(1, 50))}]`,
    '[99 0 R]',
    '3 0 R',
  ]);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids ${kids} /Count ${dice.pick([1, 0, -1, 1e9])} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox ${dice.pick(['[0 0 600 900]', '[0 0 0 0]', '[0 0 1e9 1e9]', '[a]'])} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>`,
    stream(content, dice.maybe(0.1) ? '/Filter [/FlateDecode /FlateDecode /ASCIIHexDecode] ' : ''),
    dice.pick([
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [5 0 R] >>',
      '5 0 R',
      '<< >>',
    ]),
    stream('q /X1 Do Q', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> '),
  ];
  const text = pdf(
    objects,
    dice.pick([
      '<< /Size 7 /Root 1 0 R >>',
      '<< /Size 7 /Root 1 0 R /Prev 9 >>',
      '<< /Size 7 /Root 9 0 R >>',
      '<< /Size 7 /Root 1 0 R /Encrypt << /Filter /Standard >> >>',
      '<< >>',
    ]),
  );
  const bytes = Buffer.from(text, 'latin1');
  return { ending: 'pdf', bytes: dice.maybe(0.4) ? dice.pick([flipped, cut])(bytes, dice) : bytes };
}

function savedPages(dice, base) {
  const mark = dice.pick(['----=_Part', '', '-', '"', 'a'.repeat(2000)]);
  const part = () => {
    const { bytes } = base(dice);
    const way = dice.pick(['quoted-printable', 'base64', '8bit', 'x-unknown', '']);
    const body = way === 'base64' ? bytes.toString('base64') : bytes.toString('latin1');
    const type = dice.pick([
      'text/html; charset="gb2312"',
      'text/html',
      'text/plain',
      'image/png',
      'multipart/related; boundary="x"',
      'text/html; charset=none',
    ]);
    return `--${mark}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${way}\r\nContent-Location: ${dice.pick(['http://example.org/', 'cid:1', ''])}\r\n\r\n${body}\r\n`;
  };
  const head = `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?${'=E4=BA=91'.repeat(dice.size(1, 300))}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="${mark}"\r\n${many(dice.maybe(0.1) ? dice.size(1, 3000) : 0, (i) => `X-${i}: 1\r\n`)}\r\n`;
  const text = head + many(dice.int(5), part) + (dice.maybe(0.5) ? `--${mark}--\r\n` : '');
  const bytes = Buffer.from(text, 'latin1');
  return { ending: 'mhtml', bytes: dice.maybe(0.4) ? dice.pick([flipped, cut])(bytes, dice) : bytes };
}

function csvFiles(dice, base) {
  const separator = dice.pick([',', ';', '\t', '|', '，']);
  const head = dice.pick([
    ['id', 'title', 'content', 'url'],
    ['标题', '正文', '日期'],
    ['a', 'b'],
    ['content', 'content'],
    ['', '', ''],
  ]);
  const cell = () => {
    const text = base(dice)
      .bytes.subarray(0, dice.size(1, 3000))
      .toString(dice.pick(['utf8', 'latin1']));
    return dice.pick([
      () => `"${text.replaceAll('"', '""')}"`,
      () => text,
      () => `"${text}`,
      () => '',
      () => '=1+1',
      () => '2021-13-45',
    ])();
  };
  const row = () => Array.from({ length: dice.maybe(0.9) ? head.length : dice.size(1, 200) }, cell).join(separator);
  const lines = [head.join(separator), ...Array.from({ length: dice.size(1, 12) }, row)];
  const text = dice.pick(['', '', '\ufeff', `sep=${separator}\r\n`]) + lines.join(dice.pick(['\n', '\r\n', '\r']));
  const bytes = Buffer.from(text + '"'.repeat(dice.maybe(0.05) ? dice.size(1, 20_000) : 0));
  return { ending: 'csv', bytes: dice.maybe(0.2) ? flipped(bytes, dice) : bytes };
}

function jsonFiles(dice, base) {
  const deep = () => {
    const depth = dice.size(1, 20_000);
    return dice.pick(['[', '{"a":', '[{"content":']).repeat(depth) + dice.pick(['', '1', ']'.repeat(depth)]);
  };
  const value = () =>
    dice.pick([
      () => JSON.stringify(base(dice).bytes.subarray(0, dice.size(1, 3000)).toString()),
      () => JSON.stringify(base(dice).bytes.subarray(0, 300).toString('latin1')),
      () =>
        dice.pick([
          '1e999',
          '-0',
          'null',
          'NaN',
          '"\\ud800"',
          '"\\u0000"',
          '{"a":{"b":[1,2]}}',
          '""',
          "'甲'",
          `"${'\\'.repeat(dice.size(1, 300))}"`,
        ]),
    ])();
  const names = dice.pick([
    ['title', 'content', 'url'],
    ['标题', '正文'],
    ['__proto__', 'constructor', 'content'],
    ['content', 'content'],
  ]);
  const row = () =>
    dice.maybe(0.03) ? deep() : `{${names.map((name) => `${JSON.stringify(name)}:${value()}`).join(',')}}`;
  const rows = Array.from({ length: dice.size(1, 12) }, row);
  const lines = dice.maybe(0.5);
  const text = lines
    ? rows.join(dice.pick(['\n', '\r\n', '\n\n', ' ']))
    : `[${rows.join(',')}${dice.pick([']', '', ',]', ']]'])}`;
  const bytes = Buffer.from(dice.maybe(0.1) ? `\ufeff${text}` : text);
  return { ending: lines ? 'jsonl' : 'json', bytes: dice.maybe(0.2) ? dice.pick([flipped, cut])(bytes, dice) : bytes };
}

export const ARCHIVES = [
  ['ZIP archives, damaged', 5, archives],
  ['ZIP bombs', 1, bombs],
  ['Word files', 4, wordFile],
  ['PDF files', 4, pdfFile],
  ['web archives', 3, savedPages],
  ['CSV corpora', 4, csvFiles],
  ['JSON corpora', 4, jsonFiles],
];
