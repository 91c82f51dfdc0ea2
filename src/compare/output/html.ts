import { visible } from '../../report/paper.js';
import { type Cell, type Column, type Comparison, isLined, type Row } from '../index.js';
import { HTML_STYLE, HTML_STYLE_HASH } from './html-style.js';
import { HTML_MARK } from './marks.js';
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
  yearText,
} from './words.js';

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, in elements and in quoted attributes; what shows nothing by itself is spelled out. */
const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const cellId = (row: number, column: string): string => `r${row}${column}`;
const tag = (name: string, text: string, attributes = ''): string => `<${name}${attributes}>${text}</${name}>`;
const tr = (cells: readonly string[], attributes = ''): string => `${tag('tr', cells.join(''), attributes)}\n`;
const td = (text: string): string => tag('td', escaped(text));
const th = (text: string): string => tag('th', escaped(text), ' scope="col"');

function table(head: string, rows: readonly string[], kind: string): string {
  return `<div class="scroll"><table class="${kind}">\n<thead>\n${head}</thead>\n<tbody>\n${rows.join('')}</tbody>\n</table></div>\n`;
}

/** Numbers that lead to their sentences, with baselines and marks. */
function cellHtml(row: Row, cell: Cell, language: Language): string {
  const numbers = cell.entries.map((entry) => {
    const text = escaped(entryText(entry));
    const links = entry.sources.map((id, i) => `<a href="#${id}">${i === 0 ? text : escaped(id)}</a>`);
    const baseline = entry.baseline
      ? `<small>${escaped(`${word('baseline', language)} ${baselineText(entry.baseline)}`)}</small>`
      : '';
    return `<div>${links.join(' ')}${baseline}</div>`;
  });
  const conflict = hasConflict(cell);
  const marks = markWords(cell, language).map((text) => tag('i', escaped(text)));
  const look = conflict ? ' class="conflict"' : '';
  return tag('td', numbers.join('') + marks.join(' '), ` id="${cellId(row.number, cell.column)}"${look}`);
}

const HEADS = ['row', 'indicator', 'quantity', 'unit'] as const;

function rowHeads(row: Row, language: Language): string {
  const label = tag('th', escaped(row.label) + (row.id ? tag('small', escaped(row.id)) : ''), ' scope="row"');
  return td(String(row.number)) + label + td(quantityText(row.quantity, language)) + td(row.unit);
}

/** Two lines of heads: what columns are grouped by, and what is below it. */
function wideHead(columns: readonly Column[], { by }: Comparison, language: Language): string {
  const year = (column: Column): string => yearText(column, language);
  const upper = (column: Column): string => (by === 'year' ? year(column) : column.group);
  const lower = (column: Column): string => (by === 'year' ? column.group : year(column));
  const groups: { text: string; span: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.text === upper(column)) last.span++;
    else groups.push({ text: upper(column), span: 1 });
  }
  const tall = (name: Parameters<typeof word>[0]): string =>
    tag('th', escaped(word(name, language)), ' scope="col" rowspan="2"');
  const first = [
    ...HEADS.map(tall),
    ...groups.map(({ text, span }) => tag('th', escaped(text), ` scope="colgroup" colspan="${span}"`)),
    tall('notes'),
    tall('similar'),
  ];
  return tr(first) + tr(columns.map((column) => th(lower(column))));
}

function wide(comparison: Comparison, rows: readonly Row[], language: Language): string {
  const columns = columnsOf(rows, comparison);
  const body = rows.map((row) => {
    const cells = columns.map(({ id }) => {
      const cell = row.cells.get(id);
      return cell ? cellHtml(row, cell, language) : '<td></td>';
    });
    return tr([rowHeads(row, language), ...cells, td(rowNotes(row, language)), td(similarText(row, language))]);
  });
  return table(wideHead(columns, comparison, language), body, 'wide');
}

/** What one plan alone has: a line for every cell. */
function narrow(comparison: Comparison, rows: readonly Row[], language: Language): string {
  const body = rows.flatMap((row) =>
    columnsOf([row], comparison).map((column) => {
      const cell = row.cells.get(column.id);
      const place = td(columnText(column, comparison.by, language));
      return tr([
        rowHeads(row, language),
        place,
        cell ? cellHtml(row, cell, language) : '',
        td(similarText(row, language)),
      ]);
    }),
  );
  return table(
    tr([...HEADS, 'place', 'value', 'similar'].map((name) => th(word(name as 'row', language)))),
    body,
    'list',
  );
}

/** Cells that a reader has to look into. */
function conflicts(comparison: Comparison, language: Language): string {
  const body = comparison.rows.flatMap((row) =>
    columnsOf([row], comparison).flatMap((column) => {
      const cell = row.cells.get(column.id);
      if (!cell || !hasConflict(cell)) return [];
      const link = `<a href="#${cellId(row.number, column.id)}">${escaped(cell.entries.map(entryText).join(' / '))}</a>`;
      const marks = markWords(cell, language).join('; ');
      return [
        tr([rowHeads(row, language), td(columnText(column, comparison.by, language)), tag('td', link), td(marks)]),
      ];
    }),
  );
  if (body.length === 0) return tag('p', escaped(word('none', language)));
  return table(
    tr([...HEADS, 'place', 'value', 'marks'].map((name) => th(word(name as 'row', language)))),
    body,
    'list',
  );
}

function sources(comparison: Comparison, language: Language): string {
  const heads = ['source', 'row', 'sentence', 'document', 'section', 'line', 'sourceLine'] as const;
  const body = comparison.sources.map((source) => {
    const { compared, target } = source.statement;
    const back = `<a href="#${cellId(source.row, source.column)}">${escaped(source.id)}</a>`;
    return tr(
      [
        tag('td', back),
        td(String(source.row)),
        tag('td', escaped(target.evidence.quote), ' class="quote"'),
        tag('td', `<a href="#${compared.id}">${escaped(compared.id)}</a> ${escaped(source.title ?? '')}`),
        td([source.chain, source.heading].filter(Boolean).join(' ')),
        td(String(target.evidence.line)),
        td(sourcePlace(source)),
      ],
      ` id="${source.id}"`,
    );
  });
  return table(tr(heads.map((name) => th(word(name, language)))), body, 'list');
}

function documents(comparison: Comparison, language: Language): string {
  const { columns, rows } = documentSheet(comparison, language);
  const body = rows.map((row) => {
    const cells = row.map((cell) => td(cell === null ? '' : String(cell)));
    return tr(cells, ` id="${String(row[0])}"`);
  });
  return table(tr(columns.map(({ name, zh }) => th(language === 'zh' ? zh : name))), body, 'list');
}

/**
 * The comparison as one page without scripts, that loads nothing. Its policy (CSP level 3) allows the one style sheet in
 * it, by its hash.
 */
export function comparisonHtml(comparison: Comparison, language: Language): string {
  const lined = comparison.rows.filter((row) => isLined(row, comparison));
  const alone = comparison.rows.filter((row) => !isLined(row, comparison));
  const policy = `default-src 'none'; style-src '${HTML_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  const title = escaped(word('title', language));
  const parts: [id: string, name: 'compared' | 'only' | 'toLook' | 'documents' | 'sources', html: string][] = [
    ['compare', 'compared', lined.length > 0 ? wide(comparison, lined, language) : tag('p', word('none', language))],
    ['conflicts', 'toLook', conflicts(comparison, language)],
    ...(alone.length > 0 ? [['single', 'only', narrow(comparison, alone, language)] as (typeof parts)[number]] : []),
    ['documents', 'documents', documents(comparison, language)],
    ['sources', 'sources', sources(comparison, language)],
  ];
  const links = parts.map(([id, name]) => `<a href="#${id}">${escaped(word(name, language))}</a>`).join(' · ');
  const sections = parts.map(([id, name, html]) => `<h2 id="${id}">${escaped(word(name, language))}</h2>\n${html}`);
  return `${HTML_MARK}<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="generator" content="gongwen">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<nav>${links}</nav>
${sections.join('\n')}</body>
</html>
`;
}
