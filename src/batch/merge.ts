import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteOptions } from '../write/writer.js';
import { causeOf } from './cause.js';
import type { Piece, Stored } from './documents.js';
import type { AnyFormat } from './formats.js';
import { type Entry, keptDocument, type Program, readJournal } from './journal.js';
import { type ManifestInput, SCHEMA } from './manifest.js';
import {
  apart,
  type Listed,
  type MergeOrder,
  mergeOrder,
  type OnConflict,
  type Part,
  type Placed,
} from './merge-order.js';
import { MANIFEST, STATE } from './names.js';
import type { Shard } from './shard.js';

/** What hinders a merge, in a sentence that says what mends it. */
export class MergeError extends Error {}

/** A document of a manifest, with what the journal beside it keeps. */
interface Known extends Listed {
  readonly input: ManifestInput;
  readonly entry: Entry | undefined;
}

/** How a run wrote: what runs must share to be merged. */
interface Manner {
  readonly version: string;
  readonly formats: readonly AnyFormat[];
  readonly writing: WriteOptions;
}

interface ReadPart extends Part<Known> {
  readonly state: string;
  readonly manner: Manner;
  readonly complete: boolean;
}

interface StoredManifest {
  readonly schema: unknown;
  readonly gongwen: string;
  readonly formats: readonly AnyFormat[];
  readonly writing?: WriteOptions;
  readonly shard?: Shard;
  readonly inputs: readonly ManifestInput[];
  readonly complete: boolean;
}

async function manifestOf(shown: string, folder: string): Promise<StoredManifest> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    throw new MergeError(`"${shown}" has no ${MANIFEST} that can be read (${causeOf(error)}); name folders of -o`);
  }
  try {
    const manifest = JSON.parse(text) as StoredManifest;
    if (manifest.schema === SCHEMA && manifest.writing) return manifest;
  } catch {
    // Told below: it is no manifest.
  }
  throw new MergeError(`the ${MANIFEST} of "${shown}" is not one of this version of gongwen; run it again`);
}

function known(input: ManifestInput, index: number, journal: ReadonlyMap<string, Entry>): Known {
  const sha256 = 'sha256' in input ? (input.sha256 ?? null) : null;
  const entry = journal.get(input.path);
  return {
    path: input.path,
    position: input.position ?? [index, 0],
    sha256,
    read: 'counts' in input,
    ...('shard' in input ? { owner: input.shard } : {}),
    input,
    entry: entry?.sha256 === sha256 ? entry : undefined,
  };
}

/** What is the same for all shards of the same inputs. */
function listHash(documents: readonly Known[]): string {
  const hash = createHash('sha256');
  for (const { path, position } of documents) hash.update(`${JSON.stringify([path, position])}\n`);
  return hash.digest('hex');
}

async function readPart(shown: string, folder: string): Promise<ReadPart> {
  const { gongwen, formats, writing, shard, inputs, complete } = await manifestOf(shown, folder);
  const state = join(folder, STATE);
  const journal = await readJournal(state);
  const documents = inputs.map((input, index) => known(input, index, journal));
  return {
    folder: shown,
    state,
    shard: shard ? { ...shard, list: listHash(documents) } : null,
    documents,
    manner: { version: gongwen, formats, writing: writing ?? { headers: 'en', bom: true } },
    complete,
  };
}

/** Runs of other versions, options or formats cannot give one result. */
function checkSame(parts: readonly ReadPart[]): void {
  const [first, ...others] = parts;
  const programs = (part: ReadPart) => [
    ...new Set(part.documents.flatMap(({ entry }) => (entry ? [programText(entry)] : []))),
  ];
  const program = parts.flatMap(programs)[0];
  for (const part of parts) {
    if (programs(part).some((one) => one !== program))
      throw new MergeError(
        `"${part.folder}" was read by another version or with other options than the rest; run it again like them`,
      );
  }
  for (const part of others) {
    for (const key of ['version', 'formats', 'writing'] as const) {
      const [a, b] = [first?.manner[key], part.manner[key]].map((value) => JSON.stringify(value));
      if (a === b) continue;
      const [one, other] = [first?.folder, part.folder];
      throw new MergeError(
        `"${one}" and "${other}" differ in ${key} (${a}, ${b}); run one of them again like the other`,
      );
    }
  }
}

const programText = ({ program }: Entry): string => JSON.stringify([program.version, program.rules, program.options]);

export interface Merge extends Manner {
  readonly order: MergeOrder<Known>;
  /** Runs that were stopped before their last input. */
  readonly cutOff: readonly string[];
  readonly program: Program;
  /** The documents in their order, from what the runs have kept: no file is read again. */
  readonly pieces: () => AsyncGenerator<Piece | Stored>;
}

function pieceOf({ document }: Placed<Known>, name: string, index: number, packed: Uint8Array | null): Piece | Stored {
  const { path, input, entry, read } = document;
  const place = { path, name, position: [index, 0] } as const;
  if ('skipped' in input) return { ...place, skipped: input.skipped };
  if (entry) return { ...place, entry, packed };
  const lost = {
    code: 'input/store-damaged',
    message: 'the run has kept nothing of this document; run it again with --force',
  };
  const error = 'error' in input && !read ? input.error : lost;
  return { ...place, failure: { ...error, severity: 'error' } };
}

/**
 * Find out how the folders of several runs become one.
 * @param folders as people see them, with where they are.
 * @throws MergeError where they cannot.
 */
export async function openMerge(
  folders: readonly { readonly shown: string; readonly folder: string }[],
  onConflict: OnConflict,
): Promise<Merge> {
  const parts: ReadPart[] = [];
  for (const { shown, folder } of folders) parts.push(await readPart(shown, folder));
  checkSame(parts);
  const order = mergeOrder(parts, onConflict);
  const manner = parts[0]?.manner;
  const program = parts.flatMap(({ documents }) => documents).find(({ entry }) => entry)?.entry?.program;
  if (!manner) throw new MergeError('name the folders to merge');
  const states = new Map(parts.map(({ folder, state }) => [folder, state]));
  return {
    ...manner,
    order,
    cutOff: parts.filter(({ complete }) => !complete).map(({ folder }) => folder),
    program: program ?? { version: manner.version, rules: '', options: '' },
    pieces: async function* () {
      const named = (input: ManifestInput, entry: Entry | undefined) =>
        'name' in input ? input.name : (entry?.name ?? '');
      // Names are of files: what failed has none, and takes none away.
      const names = apart(order.documents.map(({ document }, i) => named(document.input, document.entry) || `?${i}`));
      for (const [index, placed] of order.documents.entries()) {
        const { entry } = placed.document;
        const packed = entry ? await keptDocument(states.get(placed.folder) ?? '', entry) : null;
        yield pieceOf(placed, names[index] ?? '', index, packed);
      }
    },
  };
}
