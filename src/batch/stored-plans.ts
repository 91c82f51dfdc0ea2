import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { diagnostic } from '../core/diagnostic.js';
import type { Document } from '../schema/model.js';
import { findProblem } from '../schema/validate.js';
import { causeOf } from './cause.js';
import type { FilePath } from './inputs.js';
import { keptDocument, readJournal } from './journal.js';
import { lineBytes } from './line-bytes.js';
import { type ManifestInput, SCHEMA } from './manifest.js';
import { MANIFEST, STATE } from './names.js';
import { refuse } from './run.js';
import type { Failure } from './task.js';

/** A document that this program has written; the text where it was kept with it. */
export type StoredPlan =
  | { readonly path: string; readonly document: Document; readonly text: string | null }
  | { readonly path: string; readonly failure: Failure };

const MARK = 'gongwen/document@1';
/** Bytes within which a document names its schema: the first key, behind some blanks. */
const HEAD = 256;

/** Whether a file holds documents that this program has written, by its name and first bytes. */
export async function holdsDocuments(file: FilePath): Promise<boolean> {
  if (!/\.(?:json|jsonl|ndjson)$/i.test(file.toString())) return false;
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead).includes(MARK);
  } catch {
    // A folder of that name.
    return false;
  } finally {
    await handle.close();
  }
}

const damaged = (path: string, problem: string): StoredPlan =>
  refuse(path, diagnostic('stored/damaged', 'error', { problem }));

/** A document as somebody may have edited it. */
function checked(value: unknown, path: string, text: string | null): StoredPlan {
  const problem = findProblem(value, text ?? undefined);
  if (problem !== null && text !== null) return checked(value, path, null);
  if (problem !== null) return damaged(path, problem.join(': '));
  const document = value as Document;
  return { path: document.source.path || path, document, text };
}

function parsed(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function* linesOf(path: string, file: FilePath): AsyncGenerator<StoredPlan> {
  let number = 0;
  for await (const bytes of lineBytes(file)) {
    const line = bytes.toString();
    number++;
    if (line.trim() === '') continue;
    const read = parsed(line);
    yield 'value' in read ? checked(read.value, `${path}#${number}`, null) : damaged(`${path}#${number}`, read.problem);
  }
}

/** The documents of a JSON file (one, or a list of them) or of JSON Lines, in their order. */
export async function* documentsIn(path: string, file: FilePath): AsyncGenerator<StoredPlan> {
  try {
    if (!/\.json$/i.test(file.toString())) return yield* linesOf(path, file);
    const read = parsed(await readFile(file, 'utf8'));
    if ('problem' in read) return yield damaged(path, read.problem);
    if (!Array.isArray(read.value)) return yield checked(read.value, path, null);
    for (const [i, value] of read.value.entries()) yield checked(value, `${path}#${i + 1}`, null);
  } catch (error) {
    yield refuse(path, diagnostic('input/unreadable', 'error', { path, cause: causeOf(error) }));
  }
}

/** What a run has written of its inputs; null where the folder is not one of a run. */
async function manifestIn(folder: string): Promise<readonly ManifestInput[] | null> {
  try {
    if (!(await stat(join(folder, STATE))).isDirectory()) return null;
    const { schema, inputs } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    return schema === SCHEMA && Array.isArray(inputs) ? inputs : null;
  } catch {
    return null;
  }
}

function keptPlan(packed: Uint8Array): { document: unknown; text: string } | null {
  try {
    return JSON.parse(inflateSync(packed).toString());
  } catch {
    return null;
  }
}

/**
 * The plans of a folder that a run has written into, with their texts: documents from their JSON files where there are
 * any, for somebody may have corrected them, else as the run has kept them. Null for any other folder.
 */
export async function plansOfRun(shown: string, folder: string): Promise<AsyncGenerator<StoredPlan> | null> {
  const inputs = await manifestIn(folder);
  if (inputs === null) return null;
  const state = join(folder, STATE);
  const { entries } = await readJournal(state);
  async function planOf(input: ManifestInput & { readonly name: string }): Promise<StoredPlan> {
    const { path, name } = input;
    const entry = entries.get(path);
    const packed = entry ? await keptDocument(state, entry) : null;
    const kept = packed && keptPlan(packed);
    const file = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => null);
    const read = file === null ? { value: kept?.document } : parsed(file);
    if ('problem' in read) return damaged(`${shown}/${name}.json`, read.problem);
    if (read.value === undefined) return refuse(path, diagnostic('input/store-damaged', 'error', {}));
    return checked(read.value, path, kept?.text ?? null);
  }
  return (async function* () {
    for (const input of inputs) {
      if ('error' in input) yield { path: input.path, failure: { ...input.error, severity: 'error' } };
      else if ('name' in input) yield await planOf(input);
    }
  })();
}
