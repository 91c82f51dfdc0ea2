import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type Input, STDIN } from './inputs.js';

/** Bytes below which a run is done before the threads for it have begun. */
const SMALL = 1 << 18;
/** Files that may hold anything, however small they are. */
const FEW = 8;

/** Whether inputs are worth threads of their own. */
async function isWorthThreads(inputs: readonly Input[]): Promise<boolean> {
  const files = inputs.flatMap((input) => ('file' in input && input.file !== STDIN ? [input.file] : []));
  if (files.length > FEW) return true;
  let bytes = 0;
  for (const file of files) {
    bytes += await stat(file).then(
      (info) => info.size,
      () => 0,
    );
    if (bytes > SMALL) return files.length > 1 || bytes > SMALL * 16;
  }
  return false;
}

/**
 * How many threads read the inputs; 0 for this one alone.
 * @param asked what the user wants; undefined for what pays.
 */
export async function jobsFor(inputs: readonly Input[], asked: number | undefined): Promise<number> {
  if (asked !== undefined) return asked;
  return (await isWorthThreads(inputs)) ? availableParallelism() : 0;
}

const SECOND = 1000;
const DEFAULT_SECONDS = 60;
const SECONDS_PER_MEGABYTE = 30;

/**
 * The time that one document may take, in milliseconds.
 * @param seconds what the user wants, 0 for any time; undefined for a minute and half a minute more for each megabyte.
 */
export function limitFor(seconds: number | undefined): (bytes: number) => number {
  // The longest that a timer can wait.
  if (seconds === 0) return () => 2 ** 31 - 1;
  if (seconds !== undefined) return () => seconds * SECOND;
  return (bytes) => (DEFAULT_SECONDS + (bytes / 1e6) * SECONDS_PER_MEGABYTE) * SECOND;
}
