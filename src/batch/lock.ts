import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LOCK } from './names.js';

/** Somebody else writes into the folder. */
export class LockedError extends Error {
  constructor(
    readonly holder: string,
    /** The lock, which may be taken away where that one is known to be gone. */
    readonly file: string,
  ) {
    super(`${holder} is writing into it`);
    this.name = 'LockedError';
  }
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, where the system tells: numbers of processes are given again. */
  readonly begun: string | null;
}

/** Field 22 of `/proc/PID/stat`: the start in ticks since the boot (proc(5)); null where there is no such file. */
function begunAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Between two signs of life of who holds a lock, and the time after which nothing more is expected; milliseconds. */
const BEAT = 10_000;
const DEAD = 120_000;

async function isAlive({ pid, host, begun }: Holder, file: string): Promise<boolean> {
  // Of another machine its signs of life alone can be told; a container is another one at each start.
  if (host !== hostname()) {
    const info = await stat(file).catch(() => null);
    return info !== null && Date.now() - info.mtimeMs < DEAD;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return begun === null || begunAt(pid) === null || begunAt(pid) === begun;
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, host, begun } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, begun: begun ?? null } : null;
  } catch {
    // The write was cut off: nobody holds it.
    return null;
  }
}

async function take(file: string, own: string): Promise<boolean> {
  const whole = `${file}.${process.pid}.new`;
  try {
    await writeFile(whole, own);
    // A link comes into being at once with all that it holds: nobody sees half a lock.
    await link(whole, file).catch(async (error: NodeJS.ErrnoException) => {
      // Not every file system has links.
      if (!NO_LINKS.has(error.code ?? '')) throw error;
      await writeFile(file, own, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']);

/** Give signs of life until the lock is given back. */
function held(file: string, own: string, beat: number): () => Promise<void> {
  // Nobody waits for it, and where it fails the next one may not.
  const timer = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), beat);
  timer.unref();
  return async () => {
    clearInterval(timer);
    // Somebody may have taken this process for dead.
    if ((await readFile(file, 'utf8').catch(() => own)) === own) await rm(file, { force: true });
  };
}

/**
 * Be the only one that writes into a folder. The lock of a process that is gone counts for nothing, and
 * that of another machine where it has given no sign of life for two minutes.
 * @param state the program's own folder inside of it.
 * @param beat milliseconds between two signs of life.
 * @returns what gives the lock back.
 * @throws LockedError where another run holds it; the file system's error where it cannot be written.
 */
export async function lock(state: string, beat = BEAT): Promise<() => Promise<void>> {
  const file = join(state, LOCK);
  const own: Holder = { pid: process.pid, host: hostname(), begun: begunAt(process.pid) };
  const ownText = JSON.stringify(own);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await take(file, ownText)) return held(file, ownText, beat);
    const text = await readFile(file, 'utf8').catch(() => '');
    const holder = holderOf(text);
    if (holder && (await isAlive(holder, file))) throw new LockedError(`process ${holder.pid} on ${holder.host}`, file);
    // A half-written one may be just being written.
    if (holder === null) await new Promise((go) => setTimeout(go, 50));
    await putAside(file, text);
  }
  throw new LockedError('another process', file);
}

/** Take away a lock that holds nothing, but not one that somebody else has put in its place meanwhile. */
async function putAside(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) === text) await rm(aside);
    else await rename(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
