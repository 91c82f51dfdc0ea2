import { outlineText } from '../../report/outline.js';
import { oneLine } from '../../report/text.js';
import { type ReadOptions, readOne } from '../reading.js';
import { FAILED, OK, type Terminal } from '../terminal.js';

/** `gongwen outline FILE`. */
export async function outline(file: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const read = await readOne([file], options, terminal);
  if (read === null) return FAILED;
  const { meta, sections } = read.document;
  if (sections.length === 0) terminal.err(`${read.path}: no headings found`);
  await terminal.out((meta.title === null ? '' : `${oneLine(meta.title)}\n`) + outlineText(sections));
  return OK;
}
