import { readdirSync, readFileSync } from 'node:fs';
import { InputError, parse } from '../../dist/index.js';
import { parseExpectation } from '../../dist/report/expectation-file.js';

const root = new URL('../../fixtures/', import.meta.url);

/** Every fixture with what it expects and what is read out of it now; a refusal has its code. In order of names. */
export async function readFixtures() {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('/case.json'))
    .map((name) => name.slice(0, -'/case.json'.length))
    .sort();
  const all = [];
  for (const name of names) {
    const folder = new URL(`${name}/`, root);
    const source = readdirSync(folder).find((file) => file.startsWith('source.'));
    const about = JSON.parse(readFileSync(new URL('case.json', folder), 'utf8'));
    const expected = parseExpectation(readFileSync(new URL('expected.json', folder), 'utf8'));
    const path = `fixtures/${name}/${source}`;
    const read = await parse(new Uint8Array(readFileSync(new URL(source, folder))), { path }).catch((error) => {
      if (error instanceof InputError) return { failure: error.diagnostic.code };
      throw error;
    });
    all.push({ name, path, about, expected, gaps: about.gaps ?? [], ...read });
  }
  return all;
}
