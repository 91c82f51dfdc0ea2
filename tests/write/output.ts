import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { parse } from '../../src/index.js';
import { sumsOf } from '../../src/report/sums.js';
import type { Document } from '../../src/schema/model.js';
import type { Chunk, Format, WriteOptions } from '../../src/write/writer.js';
import { writers } from '../../src/write/writers.js';
import { folderWith } from '../setup/folder.js';
import { sampleDocument } from '../setup/sample.js';

const PLAIN: WriteOptions = { headers: 'en', bom: false };

/** The folder into which a writer has put some plans; as between threads, what is encoded travels as a copy. */
export async function writtenTo(
  format: Format,
  documents: readonly Document[],
  options: Partial<WriteOptions> = {},
): Promise<string> {
  const folder = folderWith();
  const wanted = { ...PLAIN, ...options };
  const writer = await writers[format]();
  const encode = await writer.encode(wanted);
  const writing = await writer.open(wanted, (file) => join(folder, file));
  const complete = new Set<string>();
  const put = (chunks: readonly Chunk[]): void => {
    for (const chunk of chunks) {
      if (complete.has(chunk.file)) throw new Error(`${chunk.file} goes on after it was complete`);
      if ('data' in chunk) appendFileSync(join(folder, chunk.file), chunk.data);
      else if (!existsSync(join(folder, chunk.file))) throw new Error(`${chunk.file} was not placed`);
      if ('placed' in chunk || chunk.complete) complete.add(chunk.file);
    }
  };
  for (const [i, document] of documents.entries()) {
    const piece = structuredClone(encode({ document, text: '', sums: sumsOf([]) }));
    put(await writing.add(piece, `plan${i}`));
  }
  put(await writing.end());
  return folder;
}

/** Every plan of the fixtures; those that are to be refused give none. */
export async function fixtureDocuments(): Promise<Document[]> {
  const cwd = new URL('../../fixtures', import.meta.url).pathname;
  const documents: Document[] = [];
  for (const path of (await glob('*/*/source.*', { cwd })).sort()) {
    const read = await parse(readFileSync(join(cwd, path)), { path }).catch(() => null);
    if (read) documents.push(read.document);
  }
  return documents;
}

/** The sample with a name of its own and a change to its one target. */
export function sampleWith(change: Partial<Document['targets'][number]>, path = 'plans/a.html'): Document {
  const document = sampleDocument(path);
  return { ...document, targets: document.targets.map((target) => ({ ...target, ...change })) };
}

/** Texts that break careless writers. */
export const HOSTILE = [
  '=cmd|"/c calc"!A1',
  '+1+1',
  '@SUM(A1)',
  '<b>&amp;</b> ]]>',
  '_x0041_ 是文字',
  'constructor',
  '__proto__',
  "o'clock; DROP TABLE targets; --",
  '两行\n文字',
  '“𠮷野家”',
] as const;
