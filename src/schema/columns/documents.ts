import { lastIndex } from '../../core/search.js';
import type { Document, Section } from '../model.js';
import { field, flatTable, placed } from './fields.js';

/** Items of lists (一是 …) stand among the sections; nobody counts them as such. */
function isHeading(section: Section): boolean {
  return section.kind !== 'item';
}

export const documents = flatTable<Document>(
  { name: 'documents', zh: '文件', row: 'one plan', key: ['document'] },
  [
    field('issuer', '发布机构', 'string', (d) => d.meta.issuer),
    field('documentNumber', '文号', 'string', (d) => d.meta.documentNumber),
    field('indexNumber', '索引号', 'string', (d) => d.meta.indexNumber),
    field('writtenOn', '成文日期', 'date', (d) => d.meta.writtenOn),
    field('publishedOn', '发布日期', 'date', (d) => d.meta.publishedOn),
    field('url', '网址', 'string', (d) => d.meta.url),
    field('regionLevel', '地区层级', 'string', (d) => d.meta.regionLevel),
    field('periodFrom', '规划起始年', 'year', (d) => d.meta.period?.from ?? null),
    field('periodTo', '规划终止年', 'year', (d) => d.meta.period?.to ?? null),
    field('sha256', 'SHA-256', 'string', (d) => d.source.sha256),
    field('bytes', '字节数', 'integer', (d) => d.source.bytes),
    field('format', '格式', 'string', (d) => d.source.format),
    field('encodingName', '编码', 'string', (d) => d.source.encoding.name),
    field('encodingVia', '编码依据', 'string', (d) => d.source.encoding.via),
    field('encodingConfidence', '编码把握', 'number', (d) => d.source.encoding.confidence),
    field('encodingReplaced', '无法解码字符数', 'integer', (d) => d.source.encoding.replaced),
    field('script', '字体', 'string', (d) => d.source.script),
    field('parts', '文档数', 'integer', (d) => d.parts.length),
    field('sections', '章节数', 'integer', (d) => d.sections.filter(isHeading).length),
    field('items', '条目数', 'integer', (d) => d.sections.filter((section) => !isHeading(section)).length),
    field('tables', '表格数', 'integer', (d) => d.tables.length),
    field('targets', '目标数', 'integer', (d) => d.targets.length),
    field('deadlines', '期限数', 'integer', (d) => d.deadlines.length),
    field('responsibilities', '责任数', 'integer', (d) => d.responsibilities.length),
    field('conflicts', '矛盾数', 'integer', (d) => d.conflicts.length),
    field('removed', '清除处数', 'integer', (d) => d.cleaning.removed.length),
    field('repaired', '修复处数', 'integer', (d) => d.cleaning.repaired.length),
    field('diagnostics', '提示数', 'integer', (d) => d.diagnostics.length),
  ],
  (document) => [{ document, section: null, record: document, line: undefined }],
);

export const sections = flatTable<Section>(
  {
    name: 'sections',
    zh: '章节',
    row: 'one heading, annex, box or item; section is its own chain',
    key: ['document', 'id'],
  },
  [
    field('id', '编号', 'string', (s) => s.id),
    field('parent', '上级', 'string', (s) => s.parent),
    field('level', '层级', 'integer', (s) => s.level),
    field('kind', '类型', 'string', (s) => s.kind),
    field('marker', '序号', 'string', (s) => s.marker),
    field('heading', '章节标题', 'string', (s) => s.title),
    field('annex', '附件号', 'integer', (s) => s.annex),
    field('part', '文档编号', 'string', (s) => s.part),
    field('start', '起始位置', 'integer', (s) => s.start),
    field('end', '结束位置', 'integer', (s) => s.end),
    field('lastLine', '末行', 'integer', (s) => s.lines[1]),
    field('line', '行', 'integer', (s) => s.lines[0]),
  ],
  (document) => document.sections.map((section) => ({ document, section, record: section, line: section.lines[0] })),
);

type TableRow = Document['tables'][number] & { readonly row: number; readonly cells: readonly string[] };

export const indicators = flatTable<TableRow>(
  { name: 'indicators', zh: '表格行', row: 'one row of one table', key: ['document', 'table', 'row'] },
  [
    field('table', '表编号', 'string', (r) => r.id),
    field('tableTitle', '表名', 'string', (r) => r.title),
    field('row', '表内行号', 'integer', (r) => r.row),
    field('indicator', '指标', 'string', (r) => r.cells[0] ?? null),
    field('header', '表头', 'array', (r) => r.header),
    field('cells', '单元格', 'array', (r) => r.cells),
    field('quote', '整行', 'string', (r) => r.cells.join(' ')),
    field('line', '行', 'integer', (r) => r.lines[0]),
  ],
  (document) =>
    placed(
      document,
      document.tables.flatMap((table) => table.rows.map((cells, i) => ({ ...table, row: i + 1, cells }))),
    ),
);

/** The deepest section that holds a line of the cleaned text; none ends before the next heading but at the end of a part. */
function sectionAt(headings: readonly Section[], line: number | undefined): Section | null {
  if (line === undefined) return null;
  const last = headings[lastIndex(headings.length, (i) => (headings[i]?.lines[0] ?? 0) <= line)];
  return last && line <= last.lines[1] ? last : null;
}

export const diagnostics = flatTable<Document['diagnostics'][number]>(
  { name: 'diagnostics', zh: '提示', row: 'one finding about a plan', key: [] },
  [
    field('code', '代码', 'string', (d) => d.code),
    field('severity', '级别', 'string', (d) => d.severity),
    field('message', '说明', 'string', (d) => d.message),
    field('line', '行', 'integer', (d) => d.line ?? null),
  ],
  (document) => {
    const headings = document.sections.filter(isHeading);
    return document.diagnostics.map((record) => ({
      document,
      section: sectionAt(headings, record.line),
      record,
      line: record.line,
    }));
  },
);
