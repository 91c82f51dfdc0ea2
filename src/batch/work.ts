import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { diagnostic } from '../core/diagnostic.js';
import { cleaningCounts } from '../report/cleaned.js';
import { countsOf } from '../report/text.js';
import type { Plan } from '../write/writer.js';
import { writerFor } from './formats.js';
import { type Parse, read, refuse, sha256 } from './run.js';
import type { Result, Setting, Task } from './task.js';

const pack = promisify(deflate);
const unpack = promisify(inflate);
/** Most of what there is to gain, at a fifth of the time of the default. */
const LEVEL = 3;

/** A document out of the journal; null where it is damaged, which its checksum tells (RFC 1950), or another's. */
async function unpacked({ packed, path, bytes, stored }: Task): Promise<Plan | null> {
  if (!packed) return null;
  try {
    const plan = JSON.parse((await unpack(packed)).toString()) as Plan;
    // A store that was cut off and written on may hold another document where this one was.
    const { source } = plan.document;
    return source.path === path && source.sha256 === (stored?.sha256 ?? sha256(bytes)) ? plan : null;
  } catch {
    return null;
  }
}

async function packedPlan({ document, text, sums }: Plan): Promise<Uint8Array> {
  return pack(JSON.stringify({ document, text, sums }), { level: LEVEL });
}

/**
 * What reads documents, in this thread or in one of its own: from bytes, or from what the journal keeps, to the pieces of
 * all formats. It never throws for a document.
 * @param parse stands in for the library's own, in tests.
 */
export async function openWork(setting: Setting, parse?: Parse): Promise<(task: Task) => Promise<Result>> {
  const { formats, writing } = setting;
  const encoders = await Promise.all(formats.map(async (format) => (await writerFor(format)).encode(writing)));
  const reading = { ...setting, ...(parse === undefined ? {} : { parse }) };
  return async (task) => {
    const begun = performance.now();
    const { path, bytes } = task;
    const { packed, stored } = task;
    const known = await unpacked(task);
    const outcome =
      known ??
      (stored === undefined
        ? await read(path, bytes, reading, task.about)
        : refuse(path, diagnostic('input/store-damaged', 'error', {})));
    const measured = () => ({
      path,
      bytes: stored?.bytes ?? bytes.length,
      duration: Math.round(performance.now() - begun),
    });
    if ('failure' in outcome)
      return { ...measured(), sha256: stored?.sha256 ?? sha256(bytes), failure: outcome.failure };
    const { document } = outcome;
    const pieces = encoders.map((encode) => encode(outcome));
    return {
      sha256: document.source.sha256,
      counts: countsOf(document),
      cleaning: cleaningCounts(document.cleaning),
      findings: document.diagnostics.filter(({ severity }) => severity !== 'info'),
      diagnostics: document.diagnostics.length,
      pieces,
      packed:
        stored !== undefined ? (packed ?? null) : known === null && setting.pack ? await packedPlan(outcome) : null,
      ...measured(),
    };
  };
}
