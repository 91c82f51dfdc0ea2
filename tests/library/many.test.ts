import { expect, it, vi } from 'vitest';
import { InputError, type ManyInput, type ManyResult, parse, parseMany } from '../../src/index.js';
import * as pipeline from '../../src/pipeline.js';

const plan = (place: string, value: number): string =>
  `${place}养老服务行动计划(2022—2025年)\n一、主要目标\n到2025年,护理型床位占比达到${value}%。\n二、重点任务\n2023年底前新建日间照料中心${value}所。(责任单位:县民政局)\n`;

async function all(results: AsyncIterable<ManyResult>): Promise<ManyResult[]> {
  const found: ManyResult[] = [];
  for await (const result of results) found.push(result);
  return found;
}

const told = ({ path, document, error }: ManyResult): unknown[] => [path, error ? error.code : document?.meta.title];

it('gives what came of each input in its order, whatever kind it is, and goes on behind failures', async () => {
  const inputs: ManyInput[] = [
    plan('青岚县', 55),
    new TextEncoder().encode(plan('石泉县', 60)),
    { path: 'c.txt', text: 'Only English is to be found in here, and nothing else at all.' },
    { path: 'd.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a) },
    { path: 'e.txt', text: plan('云岭县', 65), facts: { url: 'https://example.org/e' } },
  ];
  const results = await all(parseMany(inputs));
  expect(results.map(told)).toEqual([
    ['0', '青岚县养老服务行动计划(2022—2025年)'],
    ['1', '石泉县养老服务行动计划(2022—2025年)'],
    ['c.txt', 'input/not-chinese'],
    ['d.png', 'input/binary'],
    ['e.txt', '云岭县养老服务行动计划(2022—2025年)'],
  ]);
  const last = results[4];
  const alone = await parse(plan('云岭县', 65), { path: 'e.txt', facts: { url: 'https://example.org/e' } });
  expect(JSON.stringify(last)).toBe(JSON.stringify({ path: 'e.txt', ...alone }));
  expect(last?.document?.meta.url).toBe('https://example.org/e');
  expect(last?.document?.targets.map(({ value }) => value)).toEqual([65, 65]);
});

it('takes promises in a list, and generators of both kinds', async () => {
  function* plain() {
    yield plan('青岚县', 55);
    yield Promise.resolve(plan('石泉县', 60));
  }
  const [first, second] = await all(parseMany(plain()));
  expect([first, second].map((result) => result?.document?.meta.region)).toEqual(['青岚县', '石泉县']);
});

/** A source that writes down what is asked of it. */
function watched(count: number) {
  const log: string[] = [];
  async function* source() {
    try {
      for (let i = 0; i < count; i++) {
        log.push(`give ${i}`);
        yield plan('青岚县', 50 + i);
      }
    } finally {
      log.push('closed');
    }
  }
  return { log, source: source() };
}

it('is at most one input ahead of who asks, and asks for none before', async () => {
  const { log, source } = watched(5);
  const results = parseMany(source);
  expect(log).toEqual([]);
  await results.next();
  expect(log).toEqual(['give 0', 'give 1']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(log).toEqual(['give 0', 'give 1']);
  await results.next();
  expect(log).toEqual(['give 0', 'give 1', 'give 2']);
  await results.return();
});

it('takes from a list only what it reads', async () => {
  let given = 0;
  function* source() {
    for (; given < 9; given++) yield plan('青岚县', 50);
  }
  for await (const { path } of parseMany(source())) if (path === '1') break;
  expect(given).toBe(1);
});

it('closes its source when the consumer stops or throws, and leaves one alone that has ended', async () => {
  const stopped = watched(5);
  for await (const _ of parseMany(stopped.source)) break;
  expect(stopped.log.at(-1)).toBe('closed');

  const thrown = watched(5);
  await expect(async () => {
    for await (const _ of parseMany(thrown.source)) throw new Error('enough');
  }).rejects.toThrow('enough');
  expect(thrown.log.at(-1)).toBe('closed');

  const ended = watched(1);
  const close = vi.spyOn(ended.source, 'return');
  expect(await all(parseMany(ended.source))).toHaveLength(1);
  expect(close).not.toHaveBeenCalled();
});

it('throws what the source throws, behind what came before', async () => {
  async function* source() {
    yield plan('青岚县', 55);
    throw new Error('the disk is gone');
  }
  const results = parseMany(source());
  expect((await results.next()).value?.document?.meta.region).toBe('青岚县');
  await expect(results.next()).rejects.toThrow('the disk is gone');
});

it('stops at a signal: before it begins, between two files, and while its source is stuck', async () => {
  const early = watched(3);
  await expect(all(parseMany(early.source, { signal: AbortSignal.abort(new Error('no')) }))).rejects.toThrow('no');
  expect(early.log).toEqual([]);

  const between = watched(50);
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('time is up')), 1);
  await expect(all(parseMany(between.source, { signal: stop.signal }))).rejects.toThrow('time is up');
  await vi.waitFor(() => expect(between.log.at(-1)).toBe('closed'));
  expect(between.log.length).toBeLessThan(50);

  const stuck = new AbortController();
  async function* never() {
    yield plan('青岚县', 55);
    await new Promise(() => undefined);
  }
  const results = parseMany(never(), { signal: stuck.signal });
  await results.next();
  const next = results.next();
  stuck.abort(new Error('stopped'));
  await expect(next).rejects.toThrow('stopped');
});

it('refuses wrong calls, and tells a bug of its own as an error of the file', async () => {
  await expect(all(parseMany([plan('青岚县', 55)], { keep: ['nothing' as never] }))).rejects.toThrow(RangeError);
  await expect(all(parseMany([{ path: 'x' } as never]))).rejects.toThrow('input 0 of parseMany is neither');
  const read = vi.spyOn(pipeline, 'readPlan').mockRejectedValueOnce(new TypeError('x is undefined'));
  const [broken, whole] = await all(parseMany([plan('青岚县', 55), plan('石泉县', 60)])).finally(() =>
    read.mockRestore(),
  );
  expect(broken).toMatchObject({ path: '0', error: { code: 'internal/unexpected' }, cause: expect.any(TypeError) });
  expect(whole?.document?.meta.region).toBe('石泉县');
  expect(InputError).toBeTypeOf('function');
});

it.each([plan('青岚县', 60), 5, null, {}])('what is no list of inputs is told in words (%#)', async (inputs) => {
  await expect(all(parseMany(inputs as unknown as string[]))).rejects.toThrow(
    /^parseMany takes a list, a generator or/,
  );
});

it.each([5, null, undefined, ['a']])('what is no input is told in words: %j', async (input) => {
  await expect(all(parseMany([input as unknown as string]))).rejects.toThrow(
    /^input 0 of parseMany is neither bytes nor/,
  );
});
