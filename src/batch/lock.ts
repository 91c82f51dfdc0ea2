import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LOCK } from './names.js';

/** Somebody else writes into the folder. */
export class LockedError extends Error {
  constructor(readonly holder: string) {
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

function isAlive({ pid, host, begun }: Holder): boolean {
  // Of another machine nothing can be told.
  if (host !== hostname()) return true;
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

async function take(file: string): Promise<boolean> {
  const own: Holder = { pid: process.pid, host: hostname(), begun: begunAt(process.pid) };
  const whole = `${file}.${process.pid}.new`;
  try {
    await writeFile(whole, JSON.stringify(own));
    // A link comes into being at once with all that it holds: nobody sees half a lock.
    await link(whole, file).catch(async (error: NodeJS.ErrnoException) => {
      // Not every file system has links.
      if (!NO_LINKS.has(error.code ?? '')) throw error;
      await writeFile(file, JSON.stringify(own), { flag: 'wx' });
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

/**
 * Be the only one that writes into a folder. The lock of a process that is gone counts for nothing.
 * @param state the program's own folder inside of it.
 * @returns what gives the lock back.
 * @throws LockedError where another run holds it; the file system's error where it cannot be written.
 */
export async function lock(state: string): Promise<() => Promise<void>> {
  const file = join(state, LOCK);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await take(file)) return () => rm(file, { force: true });
    const text = await readFile(file, 'utf8').catch(() => '');
    const holder = holderOf(text);
    if (holder && isAlive(holder)) throw new LockedError(`process ${holder.pid} on ${holder.host}`);
    // A half-written one may be just being written.
    if (holder === null) await new Promise((go) => setTimeout(go, 50));
    await putAside(file, text);
  }
  throw new LockedError('another process');
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
