import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { packPlan, type ReviewPlan } from '../../src/review/data.js';
import { pageText, policyOf } from '../../src/review/page.js';
import type { Block, PageIndex } from '../../src/review/payload.js';
import { plan } from '../setup/plan.js';

const assets = { script: 'document.title;', style: 'body{margin:0}' };
const options = { title: null, language: null, version: '9.9.9' } as const;
/** Ways out of an element of a page. */
const HOSTILE = '</script><script>x()</script><!--<script>\u2028\u2029]]>&lt;"\'';

let read: ReviewPlan;

beforeAll(async () => {
  const { document, text } = await parse(new TextEncoder().encode(plan), { path: 'a.txt' });
  read = { path: 'a.txt', document, text };
});

const page = async (one: ReviewPlan, more: Partial<Parameters<typeof pageText>[3]> = {}) =>
  pageText([await packPlan(one)], [], assets, { ...options, ...more });

const inside = (html: string, id: string): string =>
  new RegExp(`<script [^>]*id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';
const indexOf = (html: string): PageIndex => JSON.parse(inside(html, 'gongwen-index'));

describe('a page', () => {
  it('brings each document as it was read, and an index that is there at once', async () => {
    const html = await page({ ...read, sourceLines: [1, 2, 3] });
    const block = JSON.parse(
      inflateRawSync(Buffer.from(inside(html, 'gongwen-document-0'), 'base64')).toString(),
    ) as Block;
    expect(block).toEqual({ document: read.document, text: read.text, sourceLines: [1, 2, 3] });
    expect(indexOf(html).documents).toMatchObject([
      { path: 'a.txt', hasText: true, targets: read.document.targets.length },
    ]);
    expect(read.document.targets.length).toBeGreaterThan(0);
  });

  it('has the same bytes for the same plans', async () => {
    expect(await page(read)).toBe(await page(structuredClone(read)));
  });

  it('allows its own script and style by their hashes, and nothing else', async () => {
    const html = await page(read);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    const running = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    expect(running).toEqual([assets.script]);
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash(assets.script)}'`);
    expect(policy).toContain(`style-src 'sha256-${hash(assets.style)}'`);
    expect(policyOf({ ...assets, script: 'other' })).not.toBe(policyOf(assets));
  });

  it('loads nothing', async () => {
    expect(await page(read)).not.toMatch(/\b(?:src|href|srcset|action|poster)\s*=/i);
  });

  it('holds every text so that nothing in it is markup', async () => {
    const { document } = read;
    const meta = { ...document.meta, title: HOSTILE, issuer: HOSTILE };
    const html = pageText(
      [await packPlan({ path: HOSTILE, document: { ...document, meta }, text: HOSTILE })],
      [{ path: HOSTILE, failure: { code: 'input/empty', message: HOSTILE } }],
      assets,
      { ...options, title: HOSTILE },
    );
    const plain = await page(read, { title: 'x' });
    const tags = (text: string) => [...text.matchAll(/<[a-z!/][^\s>]*/gi)].map(([tag]) => tag);
    expect(tags(html)).toEqual(tags(plain));
    expect(html.slice(html.indexOf('gongwen-index'))).not.toMatch(/[\u2028\u2029]/);
    expect(indexOf(html)).toMatchObject({
      documents: [{ path: HOSTILE, title: HOSTILE }],
      failures: [{ path: HOSTILE }],
    });
  });

  it('refuses a script that would end its own element', async () => {
    expect(() => pageText([], [], { ...assets, script: 'a="</SCRIPT>"' }, options)).toThrow(RangeError);
    expect(() => pageText([], [], { ...assets, style: '</style>' }, options)).toThrow(RangeError);
  });
});

it('the words of the page are in both languages, with the same values', async () => {
  const { WORDS } = await import('../../src/review/client/words.js');
  const holes = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort();
  for (const [key, { zh, en }] of Object.entries(WORDS)) {
    expect(zh, key).not.toBe('');
    expect(en, key).not.toBe('');
    expect(holes(zh), key).toEqual(holes(en));
  }
});

it('the page says no word that there is not', async () => {
  const { WORDS } = await import('../../src/review/client/words.js');
  const { globSync } = await import('tinyglobby');
  const files = globSync('src/review/client/*.ts');
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?<!judge\.)\bsay\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
  );
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((key) => !(key in WORDS))).toEqual([]);
});

it('the page has a word for every value of the model', async () => {
  const { sayIn } = await import('../../src/review/client/words.js');
  const { CORRECTABLE } = await import('../../src/review/client/correction.js');
  const { FIELDS } = await import('../../src/report/expectation.js');
  const model = await import('../../src/schema/model.js');
  const say = sayIn('en');
  const keys = [
    ...model.suspicion.options.map((name) => `suspect.${name}`),
    ...model.unit.shape.kind.options.map((name) => `unit.${name}`),
    ...model.responsibility.shape.basis.options.map((name) => `basis.${name}`),
    ...model.cleaning.shape.removed.element.shape.reason.options.map((name) => `reason.${name}`),
    ...model.target.shape.comparator.options.map((name) => `value.${name}`),
  ];
  for (const [kind, fields] of Object.entries(CORRECTABLE)) {
    const compared: readonly string[] = FIELDS[kind as keyof typeof CORRECTABLE];
    for (const field of fields) {
      expect(compared, kind).toContain(field.name);
      keys.push(`field.${field.name}`);
      if (field.form === 'choice') keys.push(...field.options.filter(Boolean).map((option) => `value.${option}`));
    }
  }
  expect(keys.filter((key) => say(key) === key)).toEqual([]);
});
