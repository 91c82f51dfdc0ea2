import { type CompareOptions, type Comparison, compareDocuments, type Row } from '../../src/compare/index.js';
import { type Document, parse } from '../../src/index.js';

/** An invented plan of one county: its title, and sentences below one heading. */
export async function planOf(title: string, sentences: readonly string[], path = `${title}.txt`): Promise<Document> {
  const body = sentences.map((sentence) => `${sentence}\n`).join('');
  const text = `${title}\n为推进各项事业高质量发展,根据国家和省有关规定,结合实际,制定本规划。\n一、主要目标\n${body}`;
  const { document } = await parse(new TextEncoder().encode(text), { path });
  return document;
}

export const OPTIONS: CompareOptions = { by: 'region', similarity: 0.9, wanted: null };

export async function compared(
  plans: Readonly<Record<string, readonly string[]>>,
  options: Partial<CompareOptions> = {},
): Promise<Comparison> {
  const documents = await Promise.all(Object.entries(plans).map(([title, sentences]) => planOf(title, sentences)));
  return compareDocuments(documents, { ...OPTIONS, ...options });
}

/** Rows in words: `name [unit]: place year value`, with a star where a year is implied. */
export function shownRows({ rows, columns }: Comparison): string[] {
  return rows.map((row) => `${row.label} [${row.unit}]: ${shownCells(row, columns).join('; ')}`);
}

function shownCells({ cells }: Row, columns: Comparison['columns']): string[] {
  return columns.flatMap(({ id, group, year, given }) => {
    const cell = cells.get(id);
    if (!cell) return [];
    const values = cell.entries.map(({ comparator, value, valueMax, unit }) =>
      [comparator, value, valueMax === null ? '' : `~${valueMax}`, unit ?? ''].join(''),
    );
    return [`${group} ${year}${given === 'stated' ? '' : '*'} ${values.join(' / ')}`];
  });
}
