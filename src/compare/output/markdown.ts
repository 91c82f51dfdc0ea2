import { visible } from '../../report/paper.js';
import { type Column, type Comparison, isLined, type Row } from '../index.js';
import { MARKDOWN_MARK } from './marks.js';
import { documentSheet, sourcePlace } from './tables.js';
import {
  baselineText,
  columnsOf,
  columnText,
  entryText,
  hasConflict,
  type Language,
  markWords,
  quantityText,
  rowNotes,
  similarText,
  word,
} from './words.js';

/** What means something in CommonMark or in tables of GitHub wherever it stands in a line. */
const MARKUP = /[\\`*_[\]<>|~&$]/g;
/** And what does so at its beginning. */
const OPENING = /^(?=[#+\-=.)!{])/;

const escaped = (text: string): string => visible(text).replace(MARKUP, '\\$&').replace(OPENING, '\\');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map(() => '---');
  return line(heads.map(escaped)) + line(rule) + rows.map(line).join('');
}

/** `≥95 (S12)`, with its baseline; a mark where a reader has to look. */
function cellText(row: Row, column: Column, language: Language): string {
  const cell = row.cells.get(column.id);
  if (!cell) return '';
  const numbers = cell.entries.map((entry) => {
    const baseline = entry.baseline ? ` \\[${word('baseline', language)} ${baselineText(entry.baseline)}\\]` : '';
    return `${escaped(entryText(entry))}${baseline} (${entry.sources.join(', ')})`;
  });
  const marks = escaped(markWords(cell, language).join('; '));
  const stars = hasConflict(cell) ? '**' : '*';
  return numbers.join(' / ') + (marks && ` — ${stars}${marks}${stars}`);
}

function rowHeads(row: Row, language: Language): string[] {
  return [String(row.number), escaped(row.label), escaped(quantityText(row.quantity, language)), escaped(row.unit)];
}

const heads = (language: Language): string[] =>
  (['row', 'indicator', 'quantity', 'unit'] as const).map((name) => word(name, language));

function wide(comparison: Comparison, rows: readonly Row[], language: Language): string {
  const columns = columnsOf(rows, comparison);
  return table(
    [
      ...heads(language),
      ...columns.map((column) => columnText(column, comparison.by, language)),
      word('notes', language),
      word('similar', language),
    ],
    rows.map((row) => [
      ...rowHeads(row, language),
      ...columns.map((column) => cellText(row, column, language)),
      escaped(rowNotes(row, language)),
      escaped(similarText(row, language)),
    ]),
  );
}

/** What one plan alone has: a line for every number. */
function narrow(comparison: Comparison, rows: readonly Row[], language: Language): string {
  const lines = rows.flatMap((row) =>
    columnsOf([row], comparison).map((column) => [
      ...rowHeads(row, language),
      escaped(columnText(column, comparison.by, language)),
      cellText(row, column, language),
      escaped(similarText(row, language)),
    ]),
  );
  const last = (['place', 'value', 'similar'] as const).map((name) => word(name, language));
  return table([...heads(language), ...last], lines);
}

function sources({ sources }: Comparison, language: Language): string {
  const names = ['source', 'row', 'sentence', 'document', 'section', 'line', 'sourceLine'] as const;
  return table(
    names.map((name) => word(name, language)),
    sources.map((source) => [
      source.id,
      String(source.row),
      escaped(source.statement.target.evidence.quote),
      source.statement.compared.id,
      escaped([source.chain, source.heading].filter(Boolean).join(' ')),
      String(source.statement.target.evidence.line),
      escaped(sourcePlace(source)),
    ]),
  );
}

/** The comparison as Markdown, with tables as GitHub and pandoc read them. */
export function comparisonMarkdown(comparison: Comparison, language: Language): string {
  const lined = comparison.rows.filter((row) => isLined(row, comparison));
  const alone = comparison.rows.filter((row) => !isLined(row, comparison));
  const plans = documentSheet(comparison, language);
  const names = plans.columns.map(({ name, zh }) => (language === 'zh' ? zh : name));
  const none = `${word('none', language)}\n`;
  return [
    MARKDOWN_MARK,
    `# ${word('title', language)}\n`,
    `## ${word('compared', language)}\n`,
    lined.length > 0 ? wide(comparison, lined, language) : none,
    ...(alone.length > 0 ? [`## ${word('only', language)}\n`, narrow(comparison, alone, language)] : []),
    `## ${word('documents', language)}\n`,
    table(
      names,
      plans.rows.map((row) => row.map((cell) => (cell === null ? '' : escaped(String(cell))))),
    ),
    `## ${word('sources', language)}\n`,
    comparison.sources.length > 0 ? sources(comparison, language) : none,
  ].join('\n');
}
