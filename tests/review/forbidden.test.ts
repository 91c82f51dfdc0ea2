import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CLIENT = fileURLToPath(new URL('../../src/review/client/', import.meta.url));
const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
/** Code without its comments. */
const code = new Map(
  files.map((file) => [
    file,
    readFileSync(join(CLIENT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, ''),
  ]),
);

/** What makes markup or code out of strings, or reaches out of the page. */
const FORBIDDEN: readonly [string, RegExp, string][] = [
  ['innerHTML and outerHTML', /\b(?:inner|outer)HTML\b/, 'root.innerHTML = text;'],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/, "root.insertAdjacentHTML('beforeend', text);"],
  ['document.write', /\bdocument\s*\.\s*write/, 'document.write(text);'],
  ['parsers of markup', /\bDOMParser\b|\bcreateContextualFragment\b|\bsetHTML/, 'new DOMParser()'],
  ['scripts in links', /javascript:/i, "{ href: 'javascript:void 0' }"],
  ['code out of strings', /\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/, 'eval(text)'],
  ['inline handlers', /\bon[a-z]+\s*:\s*['"`]|setAttribute\(\s*['"`]on/, "{ onclick: 'run()' }"],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/, "fetch('x')"],
  ['style attributes', /setAttribute\(\s*['"`]style|\bcssText\b/, 'element.style.cssText = text'],
];

it('the page is made of many files', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(files).toContain('dom.ts');
});

it.each(FORBIDDEN)('nothing in the page uses %s', (_, pattern, sample) => {
  expect(pattern.test(sample)).toBe(true);
  expect([...code].filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
});

it('only dom.ts makes elements', () => {
  const makers = [...code].filter(([, text]) => /\bcreateElement(?:NS)?\(/.test(text)).map(([file]) => file);
  expect(makers).toEqual(['dom.ts']);
});
