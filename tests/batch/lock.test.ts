import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError, lock } from '../../src/batch/lock.js';
import { folderWith } from '../setup/folder.js';

const gone = spawnSync(process.execPath, ['-e', '']).pid;
const holder = (change: object) => JSON.stringify({ pid: process.pid, host: hostname(), begun: null, ...change });

describe('lock', () => {
  it('lets one in, the next when it is given back', async () => {
    const state = folderWith();
    const unlock = await lock(state);
    await expect(lock(state)).rejects.toThrow(LockedError);
    await expect(lock(state)).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
    await unlock();
    expect(readdirSync(state)).toEqual([]);
    await (await lock(state))();
  });

  it.each([
    ['a process that is gone', holder({ pid: gone })],
    ['nobody, for it is empty', ''],
    ['nobody, for it was cut off', '{"pid":12'],
    ['nobody, for it is something else', '[]'],
  ])('takes the place of %s', async (_, text) => {
    const state = folderWith({ lock: text });
    const unlock = await lock(state);
    expect(JSON.parse(readFileSync(join(state, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await unlock();
    expect(existsSync(join(state, 'lock'))).toBe(false);
  });

  it.runIf(existsSync('/proc/self/stat'))('tells a process from a later one of the same number', async () => {
    const state = folderWith({ lock: holder({ begun: '1' }) });
    await (await lock(state))();
    expect(readdirSync(state)).toEqual([]);
  });

  it('believes a process of another machine, and one that does not say when it began', async () => {
    for (const change of [{ host: 'elsewhere', pid: gone }, {}]) {
      const state = folderWith({ lock: holder(change) });
      await expect(lock(state)).rejects.toThrow(LockedError);
      expect(readFileSync(join(state, 'lock'), 'utf8')).toBe(holder(change));
    }
  });

  it('takes the place of another machine that has given no sign of life for long', async () => {
    const state = folderWith({ lock: holder({ host: 'elsewhere' }) });
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    utimesSync(join(state, 'lock'), ago(100), ago(100));
    await expect(lock(state)).rejects.toMatchObject({ file: join(state, 'lock') });
    utimesSync(join(state, 'lock'), ago(130), ago(130));
    await (await lock(state))();
    expect(readdirSync(state)).toEqual([]);
  });

  it('gives signs of life while it is held, and takes no other one’s away', async () => {
    const state = folderWith();
    const unlock = await lock(state, 5);
    utimesSync(join(state, 'lock'), 1, 1);
    await expect.poll(() => statSync(join(state, 'lock')).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
    writeFileSync(join(state, 'lock'), holder({ host: 'elsewhere' }));
    await unlock();
    expect(readFileSync(join(state, 'lock'), 'utf8')).toBe(holder({ host: 'elsewhere' }));
  });

  it('lets one of many in, also over one that is left', async () => {
    const state = folderWith();
    writeFileSync(join(state, 'lock'), holder({ pid: gone }));
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lock(state)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tried) if (one.status === 'fulfilled') await one.value();
    await (await lock(state))();
  });
});
