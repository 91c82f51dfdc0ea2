import { describe, expect, it } from 'vitest';
import { batch } from '../../src/batch/batch.js';
import type { Piece } from '../../src/batch/documents.js';
import { inOrder, openPool } from '../../src/batch/pool.js';

const worker = new URL('../setup/worker.mjs', import.meta.url);
const setting = { formats: [], writing: { headers: 'en', bom: false }, pack: false } as const;
const options = { jobs: 2, limit: () => 20_000, worker };
const task = (order: string) => ({ path: order, bytes: Buffer.from(order) });

async function codes(orders: readonly string[], more: Partial<Parameters<typeof openPool>[1]> = {}) {
  const pool = await openPool(setting, { ...options, ...more });
  const results = await Promise.all(orders.map((order) => pool.run(task(order))));
  await pool.close();
  return results.map((result) => ('failure' in result ? result.failure : null));
}

const codesOf = (failures: Awaited<ReturnType<typeof codes>>) => failures.map((failure) => failure?.code);

describe('a worker that', () => {
  it('stalls is given up and replaced; the others go on', async () => {
    const failures = await codes(['fine', 'stall', 'fine', 'stall', 'fine'], { limit: () => 700 });
    expect(codesOf(failures)).toEqual(['done', 'input/stalled', 'done', 'input/stalled', 'done']);
    expect(failures[1]?.message).toMatch(/^was not read within [\d.]+ seconds/);
  });

  it('throws, or breaks off later, fails its document alone', async () => {
    const failures = await codes(['throw', 'fine', 'reject-later', 'wait 300', 'fine']);
    expect(codesOf(failures).filter((code) => code === 'input/crashed').length).toBeLessThanOrEqual(3);
    expect(failures[0]).toMatchObject({ code: 'input/crashed', message: expect.stringContaining('boom') });
    expect(failures.at(-1)?.code).toBe('done');
  });

  it('uses up its memory is replaced', async () => {
    const failures = await codes(['fill', 'fine', 'fine'], { heap: 40 });
    expect(codesOf(failures)).toEqual(['input/crashed', 'done', 'done']);
    expect(failures[0]?.message).toMatch(/memory limit/);
  });

  it('ends itself is replaced', async () => {
    const failures = await codes(['exit', 'fine', 'exit', 'fine', 'fine'], { limit: () => 1500 });
    expect(codesOf(failures).map((code) => code === 'done')).toEqual([false, true, false, true, true]);
  });
});

describe('batch with threads', () => {
  const pieces = (orders: readonly string[], took: string[] = []) =>
    (async function* (): AsyncGenerator<Piece> {
      for (const [index, order] of orders.entries()) {
        took.push(order);
        yield { ...task(order), name: order, position: [index, 0] };
      }
    })();

  it('gives results in the order of the documents', async () => {
    const orders = ['wait 200', 'fine', 'wait 50', 'throw', 'fine 2'];
    const given: string[] = [];
    for await (const { path } of batch(pieces(orders), { ...options, setting })) given.push(path);
    expect(given).toEqual(orders);
  });

  it('ends at once when it is stopped, whatever is being read', async () => {
    const stop = new AbortController();
    const given: string[] = [];
    setTimeout(() => stop.abort(), 600);
    const begun = performance.now();
    const run = batch(pieces(['stall', 'fine', 'stall', 'fine']), { ...options, setting, signal: stop.signal });
    for await (const { path } of run) given.push(path);
    expect(given).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('leaves no thread behind where nobody wants the rest', async () => {
    for await (const _ of batch(pieces(['fine', 'stall', 'stall']), { ...options, setting })) break;
    const used = process.cpuUsage();
    await new Promise((go) => setTimeout(go, 400));
    // Endless loops would use all of it, on two processors twice.
    expect(process.cpuUsage(used).user).toBeLessThan(100_000);
  });
});

describe('inOrder', () => {
  async function* numbers(count: number, took: number[]): AsyncGenerator<number> {
    for (let n = 0; n < count; n++) {
      took.push(n);
      yield n;
    }
  }

  it('lets no more wait than it may, by number and by bytes', async () => {
    for (const [bytes, most] of [
      [1, 64],
      [1 << 25, 3],
    ] as const) {
      const took: number[] = [];
      const given: number[] = [];
      for await (const n of inOrder(
        numbers(200, took),
        2,
        () => bytes,
        async (one) => one,
      )) {
        given.push(n);
        expect(took.length - given.length).toBeLessThanOrEqual(most);
      }
      expect(given).toEqual(Array.from({ length: 200 }, (_, n) => n));
    }
  });

  it('takes one after the other where there are no threads', async () => {
    const took: number[] = [];
    const given: number[] = [];
    for await (const n of inOrder(
      numbers(5, took),
      0,
      () => 1,
      async (one) => one,
    )) {
      given.push(n);
      expect(took).toEqual(given);
    }
  });
});
