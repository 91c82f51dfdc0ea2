import { parse } from '../../src/index.js';
import type { Document } from '../../src/schema/model.js';

/** What a document says around its table. */
export interface Around {
  readonly title?: string;
  readonly date?: string;
  readonly heading?: string;
  /** Lines between the heading and the table, the caption last. */
  readonly lead?: readonly string[];
}

/**
 * A page with one table. A row is a line of cells between bars; `^` is the cell above that spans down, `<` the cell on the
 * left that spans over, `／` a line end inside a cell.
 */
function page(rows: readonly string[], around: Around = {}): string {
  const { title = '石桥县“十四五”水利发展规划（2021—2025年）', date = '2021-12-30' } = around;
  const { heading = '二、主要目标', lead = [] } = around;
  const lines = [
    `成文日期：${date}`,
    '为加快推进全县各项事业发展，根据国家和省有关规定，结合我县实际，制定本文件。',
    heading,
    '有关内容见下表。',
    ...lead,
  ];
  const end = ['三、保障措施', '加强组织领导，压实工作责任，推动各项工作落到实处。'];
  const text = (all: readonly string[]): string => all.map((line) => `<p>${line}</p>`).join('');
  return `<html><body><h1>${title}</h1>${text(lines)}${tableOf(rows)}${text(end)}</body></html>`;
}

function tableOf(rows: readonly string[]): string {
  const grid = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const span = (r: number, c: number): string => {
    let down = 1;
    let over = 1;
    while (grid[r + down]?.[c] === '^') down++;
    while (grid[r]?.[c + over] === '<') over++;
    return `${down > 1 ? ` rowspan="${down}"` : ''}${over > 1 ? ` colspan="${over}"` : ''}`;
  };
  const body = grid.map((row, r) => {
    const cells = row.map((cell, c) =>
      /^[<^]$/.test(cell) ? '' : `<td${span(r, c)}>${cell.replaceAll('／', '<br>')}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${body.join('')}</table>`;
}

export async function read(rows: readonly string[], around: Around = {}): Promise<Document> {
  return (await parse(new TextEncoder().encode(page(rows, around)))).document;
}

/** The records of a document, each in a line; what a record does not say is left out. */
export function records({ targets, deadlines, responsibilities }: Document): string[] {
  const join = (...parts: readonly (string | number | null | false)[]): string =>
    parts.filter((part) => part !== null && part !== false && part !== '').join(' ');
  return [
    ...targets.map((t) => {
      const { baseline: base, horizon } = t;
      return join(
        ...[t.class, t.indicator, t.change, t.comparator],
        `${t.value}${t.valueMax === null ? '' : `~${t.valueMax}`}${t.unit}`,
        t.per !== null && `per ${t.per}`,
        t.year ?? (horizon ? `(${horizon.year} ${horizon.basis})` : ''),
        base && join(`from ${base.value}`, base.year !== null && `in ${base.year}`),
        t.binding,
      );
    }),
    ...deadlines.map((d) => join(`by ${d.text}:`, d.task, `${d.start ?? ''}…${d.end ?? ''}`, d.recurring)),
    ...responsibilities.map((r) =>
      join(
        r.basis,
        r.leads.join('、') + (r.duty === null ? '' : `: ${r.duty}`),
        r.partners.length > 0 && `with ${r.partners.join('、')}`,
      ),
    ),
  ];
}

/** A table and the records that it gives, all of them. */
export interface TableCase {
  readonly shows: string;
  readonly around: Around;
  readonly rows: readonly string[];
  readonly gives: readonly string[];
}

/** A table that gives none, and what the diagnostic says why. */
export interface TableWithout {
  readonly shows: string;
  readonly around: Around;
  readonly rows: readonly string[];
  readonly why: 'past' | 'scores' | 'unplanned' | null;
}
