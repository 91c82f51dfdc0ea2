import { afterEach, expect, it, vi } from 'vitest';
import { programOf } from '../../src/batch/program.js';

const setting = { formats: [], writing: { headers: 'en', bom: false }, pack: true } as const;
const rules = async () => (await programOf('1', setting)).rules;

afterEach(() => vi.unstubAllGlobals());

it.each(['icu', 'unicode'])('another version of %s is another program', async (name) => {
  const own = await rules();
  expect(await rules()).toBe(own);
  const versions = { ...process.versions, [name]: '0' };
  vi.stubGlobal(
    'process',
    new Proxy(process, { get: (of, key) => (key === 'versions' ? versions : Reflect.get(of, key)) }),
  );
  expect(await rules()).not.toBe(own);
});
