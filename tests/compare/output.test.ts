import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { parse as parseCsv } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compareDocuments } from '../../src/compare/index.js';
import { longCsv, wideCsv } from '../../src/compare/output/csv.js';
import { comparisonHtml } from '../../src/compare/output/html.js';
import { comparisonMarkdown } from '../../src/compare/output/markdown.js';
import { comparisonXlsx } from '../../src/compare/output/xlsx.js';
import type { Document } from '../../src/index.js';
import { OPTIONS, planOf } from './plans.js';

const CSV = { headers: 'en', bom: false } as const;

/** Plans with every kind of cell: several values, ranges, own units, baselines, implied years, what one plan alone has. */
async function plans(): Promise<Document[]> {
  const first = await planOf('云岭县国民经济和社会发展第十四个五年规划(2021—2025年)', [
    '到2025年,森林覆盖率由2020年的58.2%提高到60%以上。',
    '到2025年,城镇新增就业1.2万人。',
    '培育示范合作社20家。',
    '培育示范合作社6家。',
    '到2025年,每个乡镇新建文化广场1-2个。',
    '总投资3亿元。',
  ]);
  const second = await planOf('青岚县国民经济和社会发展第十四个五年规划(2021—2025年)', [
    '到2025年,森林覆盖率力争达到64%左右。',
    '到2023年,城镇新增就业3000人。',
    '培育示范合作社30个。',
  ]);
  const draft = await planOf('青岚县国民经济和社会发展第十四个五年规划(草案)(2021—2025年)', [
    '到2025年,森林覆盖率达到65%。',
  ]);
  return [first, second, draft];
}

let comparison: Comparison;
let numbers: { readonly id: string; readonly value: number; readonly quote: string }[];

beforeAll(async () => {
  comparison = compareDocuments(await plans(), OPTIONS);
  numbers = comparison.sources.map(({ id, value, statement }) => ({
    id,
    value,
    quote: statement.target.evidence.quote,
  }));
  expect(numbers.length).toBeGreaterThan(9);
  expect(comparison.rows.filter(({ documents }) => documents > 1).length).toBe(3);
});

/** References of a text, such as `S12`. */
const references = (text: string): string[] => [...text.matchAll(/\bS\d+\b/g)].map(([id]) => id);
const expectAll = (found: readonly string[]): void =>
  expect([...new Set(found)].sort()).toEqual(numbers.map(({ id }) => id).sort());

describe('no number is without its sentence', () => {
  it('in long CSV', async () => {
    const rows = parseCsv(await longCsv(comparison, CSV), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ source, value, quote }) => ({ id: source, value: Number(value), quote }))).toEqual(numbers);
    for (const row of rows) {
      expect(row.quote).toContain(row.printedValue);
      expect(Number(row.line)).toBeGreaterThan(3);
      expect(Number(row.sourceLine)).toBeGreaterThan(3);
      expect(row.section).toBe('一');
      expect(row.path).toMatch(/\.txt$/);
    }
  });

  it('in wide CSV', async () => {
    const rows = parseCsv(await wideCsv(comparison, CSV), { columns: true }) as Record<string, string>[];
    const found: string[] = [];
    for (const row of rows)
      for (const [head, text] of Object.entries(row)) {
        if (!/ (?:\d{4}|no year)(?: \(implied\))?$/.test(head) || text === '') continue;
        const sources = row[`${head} source`] ?? '';
        // As many groups of sources as values.
        expect(sources.split(' / ').length).toBe(text.split(' / ').length);
        found.push(...references(sources));
      }
    expectAll(found);
  });

  it('in Markdown', () => {
    const text = comparisonMarkdown(comparison, 'en');
    const [tables = '', sentences = ''] = text.split('\n## sources\n');
    const [, plans = ''] = tables.split('\n## documents\n');
    expectAll(references(tables.replace(plans, '')));
    for (const { id, quote } of numbers) {
      const line = sentences.split('\n').find((one) => one.startsWith(`| ${id} |`));
      expect(line?.replaceAll('\\', '')).toContain(quote);
    }
  });

  it('in HTML, where numbers lead to sentences and sentences back', () => {
    const $ = load(comparisonHtml(comparison, 'en'));
    const found: string[] = [];
    $('td[id^=r]').each((_, cell) => {
      const links = $(cell).find('a').get();
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        const id = $(link).attr('href')?.slice(1) ?? '';
        const source = $(`tr#${id}`);
        expect(source.find('.quote').text()).toBe(numbers.find((one) => one.id === id)?.quote);
        expect(source.find('td a').first().attr('href')).toBe(`#${$(cell).attr('id')}`);
        found.push(id);
      }
    });
    expectAll(found);
    $('a').each((_, link) => {
      expect($($(link).attr('href') ?? '').length, $.html(link)).toBe(1);
    });
  });

  it('in the workbook, in both directions, with numbers that are numbers', async () => {
    const sheets = await sheetsOf(comparison);
    const sources = sheets.get('sources');
    const found: string[] = [];
    for (const name of ['compare', 'single']) {
      for (const [place, location] of sheets.get(name)?.links ?? []) {
        const [, from = '', to = from] = /^'sources'!A(\d+)(?::A(\d+))?$/.exec(location) ?? [];
        expect(sheets.get(name)?.cells.get(place)).toBeDefined();
        for (let row = Number(from); row <= Number(to); row++) {
          const id = sources?.cells.get(`A${row}`) ?? '';
          expect(sources?.links.get(`A${row}`)).toBe(`'${name}'!${place}`);
          found.push(id);
        }
      }
    }
    expectAll(found);
    const texts = [...(sources?.cells.values() ?? [])];
    for (const { quote } of numbers) expect(texts).toContain(quote);
    expect(sheets.get('compare')?.xml).toMatch(/<c r="\w+" s="\d+"><v>1\.2<\/v>/);
    expect(sheets.get('compare')?.xml).toContain('xSplit="4"');
  });
});

interface Sheet {
  readonly xml: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

async function sheetsOf(of: Comparison): Promise<Map<string, Sheet>> {
  const parts = unzipSync(Buffer.concat(await comparisonXlsx(of, 'en')));
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name = '']) => name);
  return new Map(
    names.map((name, i) => {
      const xml = text(`xl/worksheets/sheet${i + 1}.xml`);
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/gs)].map(
        ([, place = '', inside = '']) => [place, plain(inside.replace(/<[^>]+>/g, ''))] as const,
      );
      const links = [...xml.matchAll(/<hyperlink ref="(\w+)" location="([^"]+)"/g)].map(
        ([, place = '', location = '']) => [place, plain(location)] as const,
      );
      return [name, { xml, cells: new Map(cells), links: new Map(links) }];
    }),
  );
}

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '<!--><svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '=HYPERLINK("http://example.org")',
  '+cmd|calc',
  'a|b `c` *d* ~e~ &lt;f&gt; $g$',
  '\u202etxt.exe\u0000\u0001',
];

describe('text of plans is text', () => {
  const hostile = async (): Promise<Comparison> => {
    const documents = await plans();
    return compareDocuments(
      documents.map((document, i) => ({
        ...document,
        source: { ...document.source, path: `${PAYLOADS[i % PAYLOADS.length]}.txt` },
        meta: { ...document.meta, title: PAYLOADS.join(' '), region: i === 0 ? PAYLOADS.join('') : null },
        sections: document.sections.map((section) => ({ ...section, title: PAYLOADS.join(' ') })),
        targets: document.targets.map((target, k) => {
          const text = PAYLOADS[k % PAYLOADS.length] ?? '';
          return {
            ...target,
            indicator: text,
            indicatorId: null,
            unit: text,
            unitBase: null,
            evidence: { ...target.evidence, quote: text },
          };
        }),
      })),
      OPTIONS,
    );
  };

  it('in HTML, under a policy that allows one style sheet and nothing else', async () => {
    const html = comparisonHtml(await hostile(), 'zh');
    const $ = load(html);
    expect($('script, img, svg, iframe, object, embed, link, form').length).toBe(0);
    $('*').each((_, element) => {
      const names = Object.keys('attribs' in element ? element.attribs : {});
      expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    });
    $('a').each((_, link) => expect($(link).attr('href')).toMatch(/^#/));
    const hash = createHash('sha256').update($('style').text()).digest('base64');
    expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/[\u202e\0\u0001]/);
  });

  it('in Markdown, where tables keep their columns', async () => {
    const lines = comparisonMarkdown(await hostile(), 'en').split('\n');
    const tables = lines.filter((line) => line.startsWith('|'));
    expect(tables.length).toBeGreaterThan(20);
    let columns = 0;
    for (const [i, line] of lines.entries()) {
      if (!line.startsWith('|')) continue;
      const bars = [...line.matchAll(/(?<!\\)\|/g)].length;
      if (!lines[i - 1]?.startsWith('|')) columns = bars;
      expect(bars).toBe(columns);
      expect(line).not.toMatch(/(?<!\\)[<`]/);
    }
  });

  it('in CSV and in the workbook, where nothing is a formula', async () => {
    const of = await hostile();
    for (const csv of [await longCsv(of, CSV), await wideCsv(of, CSV)])
      for (const row of parseCsv(csv, { relax_column_count: true }) as string[][])
        expect(row.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    for (const { xml } of (await sheetsOf(of)).values()) expect(xml).not.toContain('<f>');
  });
});

it('no head of a column is a formula, whatever a place is called', async () => {
  const [first] = await plans();
  if (!first) throw new Error('no plan');
  const of = compareDocuments([{ ...first, meta: { ...first.meta, region: '=1+1县' } }], OPTIONS);
  const [heads = []] = parseCsv(await wideCsv(of, CSV)) as string[][];
  expect(heads.filter((head) => head.includes('=1+1县')).length).toBeGreaterThan(0);
  expect(heads.filter((head) => /^[=+@]/.test(head))).toEqual([]);
});

it('every form is the same for the same plans, in both languages', async () => {
  const again = compareDocuments((await plans()).reverse(), OPTIONS);
  for (const language of ['en', 'zh'] as const) {
    const options = { headers: language, bom: true };
    expect(comparisonHtml(again, language)).toBe(comparisonHtml(comparison, language));
    expect(comparisonMarkdown(again, language)).toBe(comparisonMarkdown(comparison, language));
    expect(await wideCsv(again, options)).toBe(await wideCsv(comparison, options));
    expect(await longCsv(again, options)).toBe(await longCsv(comparison, options));
    const [one, two] = [await comparisonXlsx(again, language), await comparisonXlsx(comparison, language)];
    expect(Buffer.concat(one).equals(Buffer.concat(two))).toBe(true);
  }
  expect(await wideCsv(comparison, { headers: 'zh', bom: true })).toMatch(/^\ufeff行号,指标编号,指标,口径,.*\r\n/);
});
