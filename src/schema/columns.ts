import { lastIndex } from '../core/search.js';
import { type Doers, doersIn, type UnitRow, unitRows } from './duties.js';
import type { Document, Evidence, Section, Suspicion } from './model.js';

/*
 * The flat tables that a document becomes (CSV now, other tabular formats from the same declaration). Every table opens
 * with document, title, region and section; records follow field by field; quote and line close it where a record has
 * them. `line` counts in the cleaned text, `sourceLine` in the file as it was downloaded.
 */

/** A cell: null is an empty one; a list is written as a JSON array. */
export type Cell = string | number | boolean | null | readonly string[];

/** A field type of Frictionless Table Schema v1. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'array';

interface Field<Row> {
  readonly name: string;
  /** The header for `--headers zh`. */
  readonly zh: string;
  readonly type: FieldType;
  readonly value: (row: Row) => Cell;
}

export interface Column {
  readonly name: string;
  readonly zh: string;
  readonly type: FieldType;
}

export interface FlatTable {
  readonly name: string;
  readonly zh: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly Column[];
  /** Names of the columns that together identify a row; empty where nothing does. */
  readonly key: readonly string[];
  readonly rows: (document: Document) => Cell[][];
}

/** A row before it is flat: the record, the section it stands in, and its line in the cleaned text. */
interface Unnamed<R> {
  readonly document: Document;
  readonly section: Section | null;
  readonly record: R;
  readonly line: number | undefined;
}

/** With the title of what it stands in. */
interface Placed<R> extends Unnamed<R> {
  readonly title: string | null;
}

const field = <R>(name: string, zh: string, type: FieldType, value: (record: R) => Cell): Field<Placed<R>> => ({
  name,
  zh,
  type,
  value: ({ record }) => value(record),
});

const LEAD: readonly Field<Placed<unknown>>[] = [
  { name: 'document', zh: '文件', type: 'string', value: (r) => r.document.source.path },
  { name: 'title', zh: '标题', type: 'string', value: (r) => r.title },
  { name: 'region', zh: '地区', type: 'string', value: (r) => r.document.meta.region },
  { name: 'section', zh: '章节', type: 'string', value: (r) => r.section?.chain ?? '' },
];

interface Evident {
  readonly item: string | null;
  readonly suspect: Suspicion | null;
  readonly evidence: Evidence;
}

type PlaceName = 'line' | 'column' | 'page' | 'paragraph';

/** A file has lines and columns, a PDF pages with lines, a DOCX paragraphs. */
function sourcePlace({ evidence }: Evident, name: PlaceName): number | null {
  return (evidence.source as { readonly [name in PlaceName]?: number })[name] ?? null;
}

const EVIDENCE: readonly Field<Placed<Evident>>[] = [
  field('item', '条目编号', 'string', (r) => r.item),
  field('suspect', '存疑', 'string', (r) => r.suspect),
  field('sourceLine', '原文行', 'integer', (r) => sourcePlace(r, 'line')),
  field('sourceColumn', '原文列', 'integer', (r) => sourcePlace(r, 'column')),
  field('sourcePage', '原文页', 'integer', (r) => sourcePlace(r, 'page')),
  field('sourceParagraph', '原文段', 'integer', (r) => sourcePlace(r, 'paragraph')),
  field('quote', '依据原句', 'string', (r) => r.evidence.quote),
  field('line', '行', 'integer', (r) => r.evidence.line),
];

function flatTable<R>(
  table: Omit<FlatTable, 'columns' | 'rows'>,
  fields: readonly Field<Placed<R>>[],
  records: (document: Document) => readonly Unnamed<R>[],
): FlatTable {
  const all: readonly Field<Placed<R>>[] = [...LEAD, ...fields];
  return {
    ...table,
    columns: all.map(({ name, zh, type }) => ({ name, zh, type })),
    rows: (document) => {
      const title = titlesOf(document);
      return records(document).map((record) => all.map((f) => f.value({ ...record, title: title(record.line) })));
    },
  };
}

/** The title of a file with several plans is that of the part in which a line stands. */
function titlesOf({ meta, parts }: Document): (line: number | undefined) => string | null {
  if (parts.filter(({ kind }) => kind === 'plan').length < 2) return () => meta.title;
  return (line) => {
    if (line === undefined) return meta.title;
    return parts[lastIndex(parts.length, (i) => (parts[i]?.lines[0] ?? 0) <= line)]?.title ?? meta.title;
  };
}

/** The line of a record: that of its evidence, or the first one of its own. */
interface Located {
  readonly section: string | null;
  readonly evidence?: Evidence;
  readonly lines?: readonly [number, number];
}

function placed<R extends Located>(document: Document, records: readonly R[]): Unnamed<R>[] {
  const sections = new Map(document.sections.map((s) => [s.id, s]));
  return records.map((record) => ({
    document,
    section: sections.get(record.section ?? '') ?? null,
    record,
    line: record.evidence?.line ?? record.lines?.[0],
  }));
}

/** Items of lists (一是 …) stand among the sections; nobody counts them as such. */
function isHeading(section: Section): boolean {
  return section.kind !== 'item';
}

const documents = flatTable<Document>(
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

const sections = flatTable<Section>(
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

interface Led {
  readonly responsibilities: readonly string[];
  readonly doers: Doers;
}

/** Most records have nobody: an empty cell, not an empty list. */
const orEmpty = (list: readonly string[]): Cell => (list.length > 0 ? list : null);

const LED: readonly Field<Placed<Led>>[] = [
  field('leads', '牵头单位', 'array', (r) => orEmpty(r.doers.leads)),
  field('partners', '配合单位', 'array', (r) => orEmpty(r.doers.partners)),
  field('responsibilities', '责任编号', 'array', (r) => orEmpty(r.responsibilities)),
];

function withDoers<R extends Omit<Led, 'doers'>>(document: Document, records: readonly R[]): (R & Led)[] {
  const doersOf = doersIn(document);
  return records.map((record) => ({ ...record, doers: doersOf(record) }));
}

const targets = flatTable<Document['targets'][number] & Led>(
  { name: 'targets', zh: '目标', row: 'one value for one year', key: ['document', 'id'] },
  [
    field('id', '编号', 'string', (t) => t.id),
    field('class', '类别', 'string', (t) => t.class),
    field('indicator', '指标', 'string', (t) => t.indicator),
    field('indicatorId', '指标代码', 'string', (t) => t.indicatorId),
    field('comparator', '比较', 'string', (t) => t.comparator),
    field('value', '数值', 'number', (t) => t.value),
    field('valueMax', '数值上限', 'number', (t) => t.valueMax),
    field('unit', '单位', 'string', (t) => t.unit),
    field('valueBase', '换算值', 'number', (t) => t.valueBase),
    field('valueMaxBase', '换算值上限', 'number', (t) => t.valueMaxBase),
    field('unitBase', '换算单位', 'string', (t) => t.unitBase),
    field('change', '变化', 'string', (t) => t.change),
    field('per', '每', 'string', (t) => t.per),
    field('year', '年份', 'year', (t) => t.year),
    field('baselineValue', '基期值', 'number', (t) => t.baseline?.value ?? null),
    field('baselineYear', '基期年', 'year', (t) => t.baseline?.year ?? null),
    field('baselineValueBase', '基期换算值', 'number', (t) => t.baselineValueBase),
    field('binding', '属性', 'string', (t) => t.binding),
    field('modality', '语气', 'string', (t) => t.modality),
    field('horizonYear', '推定年份', 'year', (t) => t.horizon?.year ?? null),
    field('horizonBasis', '推定依据', 'string', (t) => t.horizon?.basis ?? null),
    field('deadline', '期限编号', 'string', (t) => t.deadline),
    ...LED,
    ...EVIDENCE,
  ],
  (document) => placed(document, withDoers(document, document.targets)),
);

const deadlines = flatTable<Document['deadlines'][number] & Led>(
  { name: 'deadlines', zh: '期限', row: 'one date by which something is due', key: ['document', 'id'] },
  [
    field('id', '编号', 'string', (d) => d.id),
    field('text', '期限原文', 'string', (d) => d.text),
    // Not of type date: a date that recurs every year is written --MM-DD.
    field('start', '起始', 'string', (d) => d.start),
    field('end', '截止', 'string', (d) => d.end),
    field('recurring', '周期', 'string', (d) => d.recurring),
    field('task', '任务', 'string', (d) => d.task),
    ...LED,
    ...EVIDENCE,
  ],
  (document) => placed(document, withDoers(document, document.deadlines)),
);

const responsibilities = flatTable<UnitRow>(
  { name: 'responsibilities', zh: '责任', row: 'one unit in one role of one statement', key: [] },
  [
    field('id', '编号', 'string', (r) => r.id),
    field('style', '形式', 'string', (r) => r.style),
    field('unit', '单位', 'string', (r) => r.unit?.name ?? null),
    field('role', '角色', 'string', (r) => r.unit?.role ?? null),
    field('fullName', '单位全称', 'string', (r) => r.unit?.fullName ?? null),
    field('unitId', '单位代码', 'string', (r) => r.unit?.unitId ?? null),
    field('level', '单位层级', 'string', (r) => r.unit?.level ?? null),
    field('place', '单位所在地', 'string', (r) => r.unit?.place ?? null),
    field('kind', '单位类型', 'string', (r) => r.unit?.kind ?? null),
    field('open', '另有其他单位', 'boolean', (r) => r.open),
    field('duty', '职责', 'string', (r) => r.duty),
    field('basis', '判定依据', 'string', (r) => r.basis),
    field('conventionQuote', '通则原句', 'string', (r) => r.convention?.quote ?? null),
    field('conventionLine', '通则行', 'integer', (r) => r.convention?.line ?? null),
    field('scopeStart', '范围起', 'integer', (r) => r.scope.start),
    field('scopeEnd', '范围止', 'integer', (r) => r.scope.end),
    ...EVIDENCE,
  ],
  (document) => placed(document, document.responsibilities.flatMap(unitRows)),
);

type TableRow = Document['tables'][number] & { readonly row: number; readonly cells: readonly string[] };

const indicators = flatTable<TableRow>(
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

const diagnostics = flatTable<Document['diagnostics'][number]>(
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

/** Every table, in the order in which they are written. */
export const flatTables: readonly FlatTable[] = [
  documents,
  sections,
  targets,
  deadlines,
  responsibilities,
  indicators,
  diagnostics,
];
