import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/diagnostic.js';
import { readPlan } from '../../src/pipeline.js';
import { readBytes } from '../../src/read/index.js';
import { abstractList, level, list, paragraph, run, wordFile, zipOf } from './word-files.js';

const textOf = async (body: string): Promise<string> => (await readBytes(wordFile(body))).draft.text.trimEnd();
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

async function failureOf(bytes: Uint8Array): Promise<unknown> {
  try {
    await readBytes(bytes);
  } catch (error) {
    if (error instanceof InputError) return { code: error.diagnostic.code, ...error.diagnostic.args };
    throw error;
  }
  return 'no failure';
}

describe('the text that a reader sees', () => {
  it.each<[string, string, string]>([
    [
      'runs, tabs and line breaks',
      `<w:p>${run('青石')}${run('县')}<w:r><w:tab/><w:br/><w:t>规划</w:t></w:r></w:p>`,
      '青石县 \n规划',
    ],
    ['entities', paragraph('A &amp; B &lt;1&gt; &#x53BF;'), 'A & B <1> 县'],
    [
      'insertions, and no deletions',
      `<w:p>${run('到')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>${run('6')}</w:ins>${run('个')}</w:p>`,
      '到6个',
    ],
    [
      'moves at their new place',
      `<w:p><w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo></w:p>`,
      '新',
    ],
    [
      'a paragraph whose end is deleted goes on in the next',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p>${paragraph('后半')}`,
      '前半后半',
    ],
    [
      'no hidden text',
      `<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('的', '<w:vanish w:val="0"/>')}</w:p>`,
      '看得见的',
    ],
    [
      'results of fields, nested ones too',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('不显示')}<w:r><w:instrText>IF</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('结果')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      '结果',
    ],
    [
      'text behind a field that never ends',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('照常')}</w:p>${paragraph('读完')}`,
      '照常\n读完',
    ],
    [
      'signs that fields draw',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq \\o\\ac(○,3)</w:instrText><w:fldChar w:fldCharType="end"/></w:r>${run('建库')}</w:p>`,
      '③建库',
    ],
    [
      'the base of ruby',
      `<w:p><w:r><w:ruby><w:rt>${run('shí')}</w:rt><w:rubyBase>${run('石')}</w:rubyBase></w:ruby></w:r>${run('县')}</w:p>`,
      '石县',
    ],
    [
      'controls of content',
      `<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>${run('内容')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
      '内容',
    ],
    [
      'formulas',
      `<w:p>${run('比例=')}<m:oMath><m:f><m:num><m:r><m:t>A+B</m:t></m:r></m:num><m:den><m:r><m:t>C</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
      '比例=(A+B)/C',
    ],
    ['symbols', `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run('是')}</w:p>`, '🗹是'],
    [
      'text boxes behind their paragraph, once',
      `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('继续')}</w:p>${paragraph('下段')}`,
      '正文继续\n框内\n下段',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  });

  it('whatever the file calls the namespace, in strict OOXML as well, and under another name', async () => {
    const body = paragraph('青石县规划', undefined, '<w:jc w:val="center"/>');
    for (const options of [
      { prefix: 'ns0' },
      { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' },
      { main: 'word/document2.xml' },
      { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' },
    ]) {
      const { draft, format } = await readBytes(wordFile(body, options));
      expect([format, draft.text, draft.marks.map((mark) => mark.kind)]).toEqual(['docx', '青石县规划\n', ['look']]);
    }
  });

  it('counts what it leaves out', async () => {
    const body = `<w:p>${run('规划')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:del>${run('旧')}</w:del>${run('密', '<w:vanish/>')}</w:p>`;
    expect((await readBytes(wordFile(body))).draft.diagnostics).toEqual([
      {
        code: 'docx/left-out',
        severity: 'info',
        args: { footnotes: 1, endnotes: 0, comments: 1, hidden: 1, deletions: 1 },
      },
    ]);
    expect((await readBytes(wordFile(paragraph('规划')))).draft.diagnostics).toEqual([]);
  });
});

describe('looks', () => {
  it('headings by outline level, by the names of styles, and by the style that one builds on', async () => {
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`;
    const styles =
      style('1', '<w:name w:val="heading 1"/>') +
      style('x', '<w:name w:val="标题 3"/><w:pPr><w:jc w:val="center"/></w:pPr>') +
      style('y', '<w:basedOn w:val="x"/><w:rPr><w:b/></w:rPr>') +
      style('z', '<w:basedOn w:val="z"/>');
    const of = (id: string, more = ''): string => paragraph('总体要求', undefined, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      of('1') + of('x') + of('y') + of('z', '<w:outlineLvl w:val="1"/>') + of('1', '<w:outlineLvl w:val="9"/>');
    const { draft } = await readBytes(wordFile(body, { styles }));
    const looks = [0, 5, 10, 15, 20].map((at) =>
      draft.marks.flatMap((mark) => (mark.kind === 'look' && mark.start === at ? [mark.look] : [])).sort(),
    );
    expect(looks).toEqual([['h1'], ['centred', 'h3'], ['bold', 'centred', 'h3'], ['h2'], []]);
  });
});

describe('tables', () => {
  it('with cells merged both ways, rows cut short and a list in a column', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')) + list(1, 0);
    const number = cell(paragraph('<w:r/>', [1, 0]));
    const [down, on] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>'];
    const body = `<w:tbl>${[
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('序号'))}${cell(paragraph('任务'), '<w:gridSpan w:val="2"/>')}</w:tr>`,
      row(number, cell(paragraph('类'), down), cell(paragraph('甲'))),
      row(number, cell('<w:p/>', on), cell(paragraph('乙'))),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell(paragraph('丙'))}</w:tr>`,
      row(number, cell(paragraph('丁'), '<w:hMerge w:val="restart"/>'), cell('<w:p/>', '<w:hMerge/>')),
    ].join('')}</w:tbl>`;
    const { draft, places } = await readBytes(wordFile(paragraph('表') + body, { numbering }));
    const cells = draft.marks.flatMap((mark) =>
      mark.kind === 'cell'
        ? [
            [
              draft.text.slice(mark.start, mark.end).trim(),
              mark.cell.row,
              mark.cell.column,
              mark.cell.rowSpan,
              mark.cell.columnSpan,
            ],
          ]
        : [],
    );
    expect(cells).toEqual([
      ['序号', 0, 0, 1, 1],
      ['任务', 0, 1, 1, 2],
      ['1', 1, 0, 1, 1],
      ['类', 1, 1, 2, 1],
      ['甲', 1, 2, 1, 1],
      ['2', 2, 0, 1, 1],
      ['乙', 2, 2, 1, 1],
      ['', 3, 0, 1, 2],
      ['丙', 3, 2, 1, 1],
      ['3', 4, 0, 1, 1],
      ['丁', 4, 1, 1, 2],
    ]);
    expect(places?.starts).toHaveLength(13);
  });
});

it('names the paragraph of each record, those in cells and left out ones counted, those in text boxes not', async () => {
  const box = `<w:r><w:pict><w:txbxContent>${paragraph('专栏说明。')}</w:txbxContent></w:pict></w:r>`;
  const gone = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>${run('作废')}</w:del></w:p>`;
  const table = `<w:tbl>${row(cell(paragraph('项目')), cell(paragraph('单位')))}${row(cell(paragraph('水厂')), cell(paragraph('县水利局')))}</w:tbl>`;
  const body =
    `${paragraph('青石县供水行动方案（2024—2027年）')}<w:p/>${gone}<w:p>${run('一、主要目标')}${box}</w:p>` +
    `${paragraph('到2027年，自来水普及率达到96%。')}${table}${paragraph('到2027年，建成水厂3座。')}`;
  const { targets, source } = (await readPlan(wordFile(body, { title: '某省工作总结模板' }))).parsed.document;
  expect(source.format).toBe('docx');
  expect(targets.map(({ indicator, evidence }) => [indicator, evidence.source])).toEqual([
    ['自来水普及率', { paragraph: 5 }],
    ['建成水厂', { paragraph: 10 }],
  ]);
});

it('takes the title of the properties only where nothing else is one, and never warns of it', async () => {
  const body = `${paragraph('青石县供水行动方案')}${paragraph('一、主要目标')}${paragraph('到2027年，自来水普及率达到96%。')}`;
  const { meta, diagnostics } = (await readPlan(wordFile(body, { title: '黄沙县节水规划' }))).parsed.document;
  expect([meta.title, diagnostics]).toEqual(['青石县供水行动方案', []]);
});

describe('what cannot be read is named with what mends it', () => {
  const compound = (...names: string[]): Uint8Array => {
    const bytes = Buffer.alloc(2048);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    ['Root Entry', ...names].forEach((name, i) => {
      const at = 512 + i * 128;
      bytes.write(`${name}\0`, at, 'utf16le');
      bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
      bytes[at + 66] = i === 0 ? 5 : 2;
    });
    return bytes;
  };
  const blanks = ' '.repeat(9_000_000);

  it.each<[string, Uint8Array, object]>([
    [
      'Word 97',
      compound('WordDocument'),
      { code: 'input/convert', looksLike: 'a Word 97–2003 document (DOC or WPS)', to: 'docx' },
    ],
    [
      'Excel 97',
      compound('Workbook'),
      { code: 'input/convert', looksLike: 'an Excel 97–2003 workbook (XLS or ET)', to: 'html' },
    ],
    ['PowerPoint', compound('PowerPoint Document'), { code: 'input/convert', to: 'pdf' }],
    [
      'a password',
      compound('EncryptionInfo', 'EncryptedPackage'),
      { code: 'input/encrypted', looksLike: 'an Office document with a password' },
    ],
    ['RTF', Buffer.from('{\\rtf1\\ansi'), { code: 'input/convert', looksLike: 'an RTF document', to: 'docx' }],
    [
      'ODT',
      zipOf({ mimetype: '', 'META-INF/manifest.xml': 'x', 'application/vnd.oasis.opendocument.text': '' }),
      { code: 'input/convert', to: 'docx' },
    ],
    ['OFD', zipOf({ 'OFD.xml': '' }), { code: 'input/convert', looksLike: 'an OFD document', to: 'pdf' }],
    ['XLSX', zipOf({ 'xl/workbook.xml': '' }), { code: 'input/convert', looksLike: 'an XLSX workbook' }],
    ['another archive', zipOf({ 'notes.txt': 'x' }), { code: 'input/binary', looksLike: 'a ZIP archive' }],
    ['a bomb', wordFile(blanks), { code: 'input/inflates', megabytes: 9 }],
    [
      'a part that lies about its size',
      zipOf({ 'word/document.xml': blanks }, 1000),
      { code: 'input/broken', why: '"word/document.xml" in it cannot be unpacked' },
    ],
    [
      'a cut download',
      wordFile(paragraph('规划')).subarray(0, 400),
      { code: 'input/broken', why: 'its archive cannot be read' },
    ],
    [
      'a part that is missing',
      zipOf({
        '[Content_Types].xml': '<Override PartName="/word/a.xml" ContentType="x.wordprocessingml.document.main+xml"/>',
      }),
      { code: 'input/broken' },
    ],
    [
      'no XML',
      zipOf({ 'word/document.xml': '青石县' }),
      { code: 'input/broken', why: 'its text is no WordprocessingML' },
    ],
    ['no paragraph', wordFile(''), { code: 'input/broken', why: 'its text has no paragraph' }],
    ['a scan', wordFile('<w:p><w:r><w:drawing/></w:r></w:p>'), { code: 'input/only-pictures', pictures: 1 }],
  ])('%s', async (_, bytes, expected) => {
    expect(await failureOf(bytes)).toMatchObject(expected);
  });

  it('nests as deep as it likes without harm', async () => {
    const deep = (open: string, close: string, times: number): string =>
      paragraph('规划') + open.repeat(times) + run('深处') + close.repeat(times);
    for (const [open, close] of [
      ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
      ['<w:p><w:ins>', '</w:ins></w:p>'],
    ] as const) {
      expect(await textOf(deep(open, close, 250))).toBe('规划');
      expect(await failureOf(wordFile(deep(open, close, 50_000)))).toMatchObject({ code: 'input/broken' });
    }
  });
});
