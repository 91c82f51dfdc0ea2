import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { WORDS, type Words } from '../../src/review/client/words.js';

const CLIENT = fileURLToPath(new URL('../../src/review/client/', import.meta.url));
const code = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('words'))
  .map((name) => readFileSync(join(CLIENT, name), 'utf8'))
  .join('\n');
const parts = await Promise.all(
  readdirSync(join(CLIENT, 'words')).map(async (file): Promise<Words> => {
    const module: Record<string, Words> = await import(pathToFileURL(join(CLIENT, 'words', file)).href);
    return Object.assign({}, ...Object.values(module));
  }),
);

it('no word takes the place of another', () => {
  const keys = parts.flatMap((words) => Object.keys(words));
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(Object.keys(WORDS).sort()).toEqual([...keys].sort());
});

it('every word that code names there is', () => {
  const named = [...code.matchAll(/(?<!judge\.)\bsay\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => !Object.hasOwn(WORDS, key))).toEqual([]);
});

it('both languages have the same values in a sentence', () => {
  const values = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
  const wrong = Object.entries(WORDS).filter(([, { zh, en }]) => values(zh).join() !== values(en).join());
  expect(wrong).toEqual([]);
});
