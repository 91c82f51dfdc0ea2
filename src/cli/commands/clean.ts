import { type ReadOptions, readOneFile } from '../one-file.js';
import { FAILED, OK, type Terminal } from '../terminal.js';

/** `gongwen clean FILE`: the text that the evidence of records counts in. */
export async function clean(file: string, options: ReadOptions, terminal: Terminal): Promise<number> {
  const read = await readOneFile(file, options, terminal);
  if (read === null) return FAILED;
  await terminal.out(read.text);
  return OK;
}
