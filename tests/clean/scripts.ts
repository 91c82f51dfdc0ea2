import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** The ideal texts of all fixtures of text and pages that have one, by name: simplified. */
export function simplifiedFixtures(): [string, string][] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/clean.txt') && !/^(?:docx|pdf)\//.test(path))
    .map((path): [string, string] => [
      path.slice(0, -'/clean.txt'.length),
      readFileSync(`${FIXTURES}/${path}`, 'utf8'),
    ]);
}

/** How a simplified text may have been made traditional: OpenCC for three regions, and a table without words. */
export async function traditionalWays(): Promise<[string, (text: string) => string][]> {
  const { Converter } = await import('opencc-js');
  const ways = ['tw', 't', 'hk'].map((to): [string, (text: string) => string] => [to, Converter({ from: 'cn', to })]);
  const general: (text: string) => string = Converter({ from: 'cn', to: 't' });
  return [...ways, ['naive', (text) => [...text].map((character) => general(character)).join('')]];
}
