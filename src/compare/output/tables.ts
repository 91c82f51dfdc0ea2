import type { Column as Field, Cell as Value } from '../../schema/columns.js';
import type { Comparison, Row, Source } from '../index.js';
import {
  baselineText,
  columnText,
  documentNote,
  entryText,
  type Language,
  markWords,
  quantityText,
  rowNotes,
  similarText,
  word,
} from './words.js';

/** A table of plain cells, for CSV and for sheets. */
export interface FlatSheet {
  readonly columns: readonly Field[];
  readonly rows: readonly (readonly Value[])[];
}

interface Named<T> extends Field {
  readonly of: (item: T) => Value;
}

const field = <T>(name: string, zh: string, type: Field['type'], of: (item: T) => Value): Named<T> => ({
  name,
  zh,
  type,
  of,
});

function sheetOf<T>(fields: readonly Named<T>[], items: readonly T[]): FlatSheet {
  return {
    columns: fields.map(({ of, ...column }) => column),
    rows: items.map((item) => fields.map(({ of }) => of(item))),
  };
}

/** A place in the file: a line, a page with a line, or a paragraph. */
export function sourcePlace({ statement }: Source): string {
  const { source } = statement.target.evidence;
  if ('paragraph' in source) return `¶${source.paragraph}`;
  return 'page' in source ? `p. ${source.page}, ${source.line}` : String(source.line);
}

/** What a source says of itself, and where it stands: one line a sentence. */
export function sourceSheet(comparison: Comparison, language: Language): FlatSheet {
  const rows = new Map(comparison.rows.map((row) => [row.number, row]));
  const columns = new Map(comparison.columns.map((column) => [column.id, column]));
  const row = ({ row: number }: Source): Row | undefined => rows.get(number);
  const column = (source: Source) => columns.get(source.column);
  const cell = (source: Source) => row(source)?.cells.get(source.column);
  const target = ({ statement }: Source) => statement.target;
  const basis = (source: Source): Value =>
    target(source).year === null ? (target(source).horizon?.basis ?? null) : null;
  const marks = (source: Source): Value => {
    const found = cell(source);
    return found ? markWords(found, language).join('; ') : null;
  };
  const quantity = (source: Source): Value => quantityText(source.statement.quantity, language);
  const place = (source: Source, name: 'line' | 'page' | 'paragraph'): Value =>
    (target(source).evidence.source as { readonly [name: string]: number })[name] ?? null;
  const fields: readonly Named<Source>[] = [
    field('source', '出处', 'string', ({ id }) => id),
    field('row', '行号', 'integer', (s) => s.row),
    field('indicatorId', '指标编号', 'string', (s) => row(s)?.id ?? null),
    field('indicator', '指标', 'string', (s) => row(s)?.label ?? null),
    field('quantity', '口径', 'string', quantity),
    field('place', '地区', 'string', ({ statement }) => statement.compared.place),
    field('year', '年份', 'year', (s) => column(s)?.year ?? null),
    field('yearBasis', '年份来源', 'string', basis),
    field('comparator', '比较', 'string', (s) => target(s).comparator),
    field('value', '数值', 'number', ({ value }) => value),
    field('valueMax', '数值上限', 'number', ({ valueMax }) => valueMax),
    field('unit', '单位', 'string', ({ unit }) => unit),
    field('baselineValue', '基期值', 'number', ({ baseline }) => baseline),
    field('baselineYear', '基期年', 'year', (s) => target(s).baseline?.year ?? null),
    field('marks', '标记', 'string', marks),
    field('name', '原文名称', 'string', (s) => target(s).indicator),
    field('similarity', '名称相似度', 'number', ({ similarity }) => similarity),
    field('printedValue', '原文数值', 'number', (s) => target(s).value),
    field('printedValueMax', '原文数值上限', 'number', (s) => target(s).valueMax),
    field('printedUnit', '原文单位', 'string', (s) => target(s).unit),
    field('class', '类别', 'string', (s) => target(s).class),
    field('modality', '语气', 'string', (s) => target(s).modality),
    field('suspect', '存疑', 'string', (s) => target(s).suspect),
    field('quote', '依据原句', 'string', (s) => target(s).evidence.quote),
    field('document', '文件', 'string', ({ statement }) => statement.compared.id),
    field('title', '标题', 'string', ({ title }) => title),
    field('section', '章节', 'string', ({ chain }) => chain),
    field('heading', '章节标题', 'string', ({ heading }) => heading),
    field('line', '行', 'integer', (s) => target(s).evidence.line),
    field('sourceLine', '原文行', 'integer', (s) => place(s, 'line')),
    field('sourcePage', '原文页', 'integer', (s) => place(s, 'page')),
    field('sourceParagraph', '原文段', 'integer', (s) => place(s, 'paragraph')),
    field('path', '路径', 'string', ({ statement }) => statement.compared.document.source.path),
    field('target', '记录', 'string', (s) => target(s).id),
  ];
  return sheetOf(fields, comparison.sources);
}

/** One line a row, with value, baseline and source of every place and year beside each other. */
export function wideSheet(comparison: Comparison, language: Language): FlatSheet {
  const fields: Named<Row>[] = [
    field('row', '行号', 'integer', ({ number }) => number),
    field('indicatorId', '指标编号', 'string', ({ id }) => id),
    field('indicator', '指标', 'string', ({ label }) => label),
    field('quantity', '口径', 'string', ({ quantity }) => quantityText(quantity, language)),
    field('unit', '单位', 'string', ({ unit }) => unit),
    field('plans', '文件数', 'integer', ({ documents }) => documents),
    field('notes', '说明', 'string', (row) => rowNotes(row, language)),
    field('similar', '疑似相同', 'string', (row) => similarText(row, language)),
  ];
  for (const column of comparison.columns) {
    const entries = (row: Row) => row.cells.get(column.id)?.entries ?? [];
    const head = columnText(column, comparison.by, language);
    const add = (name: string, of: (row: Row) => string): void => {
      fields.push(field(name, name, 'string', of));
    };
    add(head, (row) => entries(row).map(entryText).join(' / '));
    if (comparison.rows.some((row) => entries(row).some(({ baseline }) => baseline !== null)))
      add(`${head} ${word('baseline', language)}`, (row) =>
        entries(row)
          .flatMap(({ baseline }) => (baseline ? [baselineText(baseline)] : []))
          .join(' / '),
      );
    add(`${head} ${word('marks', language)}`, (row) => {
      const cell = row.cells.get(column.id);
      return cell ? markWords(cell, language).join('; ') : '';
    });
    add(`${head} ${word('source', language)}`, (row) =>
      entries(row)
        .map(({ sources }) => sources.join(' '))
        .join(' / '),
    );
  }
  return sheetOf(fields, comparison.rows);
}

/** The plans, one a line. */
export function documentSheet({ documents }: Comparison, language: Language): FlatSheet {
  type Compared = (typeof documents)[number];
  const fields: readonly Named<Compared>[] = [
    field('document', '文件', 'string', ({ id }) => id),
    field('place', '地区', 'string', ({ place }) => place),
    field('title', '标题', 'string', ({ document }) => document.meta.title),
    field('from', '起始年', 'year', ({ document }) => document.meta.period?.from ?? null),
    field('to', '终止年', 'year', ({ document }) => document.meta.period?.to ?? null),
    field('targets', '目标数', 'integer', ({ document }) => document.targets.length),
    field('notes', '说明', 'string', ({ notes }) => notes.map((note) => documentNote(note, language)).join('; ')),
    field('path', '路径', 'string', ({ document }) => document.source.path),
    field('sha256', 'sha256', 'string', ({ document }) => document.source.sha256),
  ];
  return sheetOf(fields, documents);
}
