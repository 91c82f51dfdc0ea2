import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import { toUtf8 } from '../batch/containers/decoded.js';
import type { Wanted } from '../compare/model.js';
import { InputError } from '../core/diagnostic.js';
import { messageOf } from '../report/messages.js';
import { type Terminal, UsageError } from './terminal.js';

/** Names of columns, in any order; without them the columns are these in this order. */
const HEADS: Readonly<Record<'asked' | 'label' | 'unit', RegExp>> = {
  asked: /^(?:id|indicator|indicatorid|indicator id|name|指标|指标名称|指标编号|编号)$/i,
  label: /^(?:label|as|title|名称|标签|显示名称)$/i,
  unit: /^(?:unit|单位|计量单位)$/i,
};

type Columns = { readonly [K in keyof typeof HEADS]: number };

const BY_PLACE: Columns = { asked: 0, label: 1, unit: 2 };

/** The columns that a first line names; null where it is no line of heads. */
function columnsIn(line: readonly string[]): Columns | null {
  const at = (name: keyof typeof HEADS): number => line.findIndex((cell) => HEADS[name].test(cell));
  return at('asked') < 0 ? null : { asked: at('asked'), label: at('label'), unit: at('unit') };
}

async function linesOf(bytes: Uint8Array, file: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  try {
    const utf8 = await toUtf8(bytes, undefined);
    return parse(utf8.bytes, {
      delimiter: [',', '\t', '，'],
      ...{ trim: true, relax_column_count: true, skip_empty_lines: true, comment: '#', comment_no_infix: true },
    });
  } catch (error) {
    if (error instanceof InputError)
      throw new UsageError(`the list of indicators "${file}" cannot be read (${messageOf(error.diagnostic)})`);
    throw new UsageError(
      `the list of indicators "${file}" is no CSV (${(error as Error).message}); give one id or name a line`,
    );
  }
}

/**
 * A list of indicators: ids or names, one a line, or CSV with a label and a unit of one's own behind them.
 * @throws UsageError where it cannot be read or holds nothing.
 */
export async function indicatorList(file: string, { cwd }: Terminal): Promise<Wanted[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(cwd, file));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'there is no such file' : causeOf(error);
    throw new UsageError(`the list of indicators "${file}" cannot be read (${why})`);
  }
  const lines = await linesOf(bytes, file);
  const named = columnsIn(lines[0] ?? []);
  const columns = named ?? BY_PLACE;
  const cell = (line: readonly string[], at: number): string | null => line[at]?.trim() || null;
  const wanted = (named ? lines.slice(1) : lines).flatMap((line): Wanted[] => {
    const asked = cell(line, columns.asked);
    return asked === null ? [] : [{ asked, label: cell(line, columns.label), unit: cell(line, columns.unit) }];
  });
  if (wanted.length === 0)
    throw new UsageError(`the list of indicators "${file}" names none; give one id or name a line`);
  return wanted;
}
