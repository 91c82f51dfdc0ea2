import {
  type By,
  type Cell,
  CONFLICTS,
  type Column,
  type Comparison,
  type Entry,
  type Quantity,
  type Row,
} from '../index.js';

/** The language of heads and notes; names and sentences stay as plans print them. */
export type Language = 'en' | 'zh';

type Words = { readonly en: string; readonly zh: string };

const w = (en: string, zh: string): Words => ({ en, zh });

/** Words of the sheets, by what they stand for. */
export const WORDS = {
  title: w('Comparison of plans', '规划指标对照'),
  compare: w('compare', '对照'),
  single: w('single', '仅一份文件'),
  conflicts: w('conflicts', '不一致'),
  sources: w('sources', '出处'),
  documents: w('documents', '文件'),
  compared: w('Indicators side by side', '指标对照'),
  only: w('In one document only', '仅见于一份文件'),
  toLook: w('To look into', '需核对'),
  row: w('row', '行号'),
  indicator: w('indicator', '指标'),
  quantity: w('quantity', '口径'),
  unit: w('unit', '单位'),
  plans: w('plans', '文件数'),
  notes: w('notes', '说明'),
  similar: w('perhaps the same', '疑似相同'),
  place: w('place', '地区'),
  year: w('year', '年份'),
  value: w('value', '数值'),
  baseline: w('baseline', '基期'),
  source: w('source', '出处'),
  marks: w('marks', '标记'),
  sentence: w('sentence', '原句'),
  document: w('document', '文件'),
  section: w('section', '章节'),
  line: w('line', '行'),
  sourceLine: w('line in the file', '原文行'),
  period: w('period', '规划期'),
  path: w('path', '路径'),
  region: w('region', '地区'),
  noYear: w('no year', '无年份'),
  implied: w('implied', '推定'),
  none: w('nothing', '无'),
  otherQuantity: w('another quantity', '口径不同'),
} as const;

export const word = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

const BASIS: { readonly [basis: string]: Words } = {
  document: w('period of the plan', '规划期'),
  heading: w('heading', '标题'),
  table: w('table', '表头'),
  sentence: w('sentence before', '上文'),
};

const basisText = (basis: string, language: Language): string =>
  basis
    .split('/')
    .map((one) => BASIS[one]?.[language] ?? one)
    .join('/');

const MARKS = {
  values: w('values differ', '数值不一致'),
  comparators: w('comparators differ', '比较词不一致'),
  contradiction: w('contradicted in the same document', '本文件前后矛盾'),
  several: w('several values, perhaps of different things', '多个数值,或指不同事项'),
  baselines: w('baselines differ', '基期值不一致'),
  suspect: w('text may be damaged', '原文存疑'),
  soft: w('in principle', '原则上'),
  aspirational: w('aspired to', '力争'),
  unit: w('own unit', '单位不同'),
  similar: w('merged by likeness of names', '按名称相似合并'),
} as const;

const markText = (mark: keyof typeof MARKS, language: Language): string => MARKS[mark][language];

const NOTES = {
  bare: w('the name says too little to be matched with other plans', '名称过于笼统,未与其他文件合并'),
  spans: w('amounts of one year beside amounts of several', '一年的数量与多年的数量并列'),
  classes: w('an outcome in one plan, an output in another', '有的文件为结果指标,有的为产出指标'),
  merged: w('names merged by likeness', '名称按相似度合并'),
  'not-found': w('in none of the plans', '各文件均未出现'),
  unknown: w('no such id, and in none of the plans', '无此编号,各文件亦未出现'),
  'unit-not-exact': w('cannot be brought to the unit asked for', '无法精确换算为所要求的单位'),
} as const;

const noteText = (note: keyof typeof NOTES, language: Language): string => NOTES[note][language];

const DOCUMENT_NOTES = {
  'no-region': w('names no place; stands under its title', '未载明地区,以标题代替'),
  'same-bytes': w('the same file as', '与此文件字节相同:'),
  'same-title': w('place and title as of', '地区与标题相同:'),
  'similar-place': w('not merged with', '未与此地区合并:'),
} as const;

export const documentNote = (
  { code, of }: { readonly code: keyof typeof DOCUMENT_NOTES; readonly of: string | null },
  language: Language,
): string => DOCUMENT_NOTES[code][language] + (of === null ? '' : language === 'en' ? ` ${of}` : of);

const PER: { readonly [per: string]: Words } = {
  year: w('per year', '每年'),
  month: w('per month', '每月'),
  week: w('per week', '每周'),
  day: w('per day', '每天'),
  term: w('per term', '每学期'),
};
const CHANGE = { increase: w('increase', '增长'), decrease: w('decrease', '下降') } as const;
const CLASS = { outcome: w('', ''), output: w('output', '产出'), norm: w('norm', '规范') } as const;

/** What tells a row from others of its name, in words; empty for a level of the whole place. */
export function quantityText(
  { change, against, per, measures, of, class: kind }: Quantity,
  language: Language,
): string {
  const en = language === 'en';
  const since =
    against === 'previous' ? (en ? 'on the year before' : '较上年') : en ? `on ${against}` : `较${against}年`;
  const parts = [
    of,
    change && CHANGE[change][language],
    against && since,
    per && PER[per]?.[language],
    measures,
    kind && CLASS[kind][language],
  ];
  return parts.filter(Boolean).join(en ? ', ' : '、');
}

/** 2025, `2025 (implied)`, or that there is none. */
export function yearText({ year, given }: Column, language: Language): string {
  if (year === null) return word('noYear', language);
  return given === 'stated' ? String(year) : `${year} (${word('implied', language)})`;
}

export function columnText(column: Column, by: By, language: Language): string {
  const year = yearText(column, language);
  return by === 'year' ? `${year} ${column.group}` : `${column.group} ${year}`;
}

export const SIGNS = { eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '' } as const;

/** A number with its comparing sign, and with its unit where that is not the row's. */
export function entryText({
  comparator,
  value,
  valueMax,
  unit,
}: Pick<Entry, 'comparator' | 'value' | 'valueMax' | 'unit'>): string {
  const number = valueMax === null ? `${SIGNS[comparator]}${value}` : `${value}~${valueMax}`;
  return unit === null ? number : `${number}${unit}`;
}

export const baselineText = ({ value, year }: NonNullable<Entry['baseline']>): string =>
  year === null ? String(value) : `${value} (${year})`;

/** Marks of a cell in words, with where an implied year comes from. */
export function markWords({ marks, entries }: Cell, language: Language): string[] {
  const bases = [...new Set(entries.flatMap(({ basis }) => basis?.split('/') ?? []))];
  const implied = bases.length > 0 ? [`${word('implied', language)}: ${basisText(bases.join('/'), language)}`] : [];
  return [...marks.map((mark) => markText(mark, language)), ...implied];
}

export const hasConflict = ({ marks }: Cell): boolean => marks.some((mark) => CONFLICTS.has(mark));

/** Notes of a row, with the spellings that were taken for one and how alike they are. */
export function rowNotes({ notes, names }: Row, language: Language): string {
  const alike = names.flatMap(({ name, similarity }) =>
    similarity !== null && similarity < 1 ? [`${name} ${similarity.toFixed(2)}`] : [],
  );
  return [...notes.map((note) => noteText(note, language)), ...alike].join('; ');
}

/** Rows that may be the same, with their numbers and how alike the names are. */
export function similarText({ similar }: Row, language: Language): string {
  return similar
    .map(({ label, row, similarity, otherQuantity }) => {
      const number = row === null ? '' : `${word('row', language)} ${row}, `;
      const other = otherQuantity ? `, ${word('otherQuantity', language)}` : '';
      return `${label} (${number}${similarity.toFixed(2)}${other})`;
    })
    .join('; ');
}

/** Columns in which some of the rows have a cell. */
export function columnsOf(rows: readonly Row[], { columns }: Comparison): Column[] {
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return columns.filter(({ id }) => used.has(id));
}
