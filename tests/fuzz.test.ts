import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, mutantOf } from '../bench/mutants.mjs';
import { membersOf } from '../src/batch/containers/index.js';
import { read } from '../src/batch/run.js';
import { InputError } from '../src/core/diagnostic.js';

/*
 * A few of the damaged and hostile inputs that bench/fuzz.mjs reads by the thousand, of every kind: each gives documents that
 * are valid, or a diagnostic; never another error. How long they take is measured there.
 */
const INPUTS = 6;
/** Larger texts, and more documents of one archive, say nothing more here and take long. */
const LARGEST = 6000;
const DOCUMENTS = 5;
/** Codes of what must not happen, whatever stands in a file. */
const OURS = /^(?:internal\/|schema\/)/;

/** Without its end a packed document would only be one that is cut off. */
const shortened = (bytes: Uint8Array): Uint8Array =>
  /^(?:PK|%PDF)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1')) ? bytes : bytes.subarray(0, LARGEST);

/** The documents in a file, or itself; none where it is refused as a whole. */
async function documentsIn(bytes: Uint8Array): Promise<Uint8Array[]> {
  const documents: Uint8Array[] = [];
  try {
    const members = await membersOf(bytes, 'input');
    if (members === null) return [bytes];
    for await (const member of members) {
      if ('bytes' in member) documents.push(member.bytes);
      if (documents.length === DOCUMENTS) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return documents;
}

/** What an input gives that it must not. */
async function wrongWith(bytes: Uint8Array): Promise<string[]> {
  const wrong: string[] = [];
  for (const document of await documentsIn(bytes)) {
    const outcome = await read('input', shortened(document), {});
    if ('failure' in outcome && OURS.test(outcome.failure.code))
      wrong.push(outcome.failure.stack ?? outcome.failure.message);
  }
  return wrong;
}

describe('whatever a file holds, it gives documents or a diagnostic', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', { timeout: 60_000 }, async (_, kind) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        expect(await wrongWith(mutantOf(kind, seed).bytes)).toEqual([]);
      }),
      { seed: 7, numRuns: INPUTS, endOnFailure: true },
    );
  });
});
