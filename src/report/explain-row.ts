import type { RowFound } from '../schema/explanation.js';
import { padding } from './explain-tokens.js';
import { columnsOf, cutTo, type Paper, paragraph, type Span, visible } from './paper.js';

/** `tb1 主要指标, row 3`. */
export function rowTitle({ id, title, row }: RowFound): string {
  return `${[id, visible(cutTo(title, 60))].filter(Boolean).join(' ')}, row ${row}`;
}

/** A row, one line a column: its name, how it is read, and the cell. */
export function rowText({ cells }: RowFound, paper: Paper): string {
  const names = cells.map(({ name, kind, year }) => {
    const read = [kind, ...(year === null || kind === 'time' ? [] : [String(year)])].join(', ');
    return `${visible(cutTo(name, 24))} (${read})`;
  });
  const width = Math.max(0, ...names.map(columnsOf));
  return cells
    .map(({ text, own }, i) => {
      const name = names[i] ?? '';
      const cell: Span = { text: visible(cutTo(text, 120)) || '–', ...(own ? { style: 'green' } : {}) };
      return paragraph([{ text: `  ${name}${padding(name, width)}  ` }, cell], 6, paper);
    })
    .join('');
}
