import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewPlan } from '../../src/review/data.js';
import * as model from '../../src/schema/model.js';
import { verdicts } from '../../src/schema/verdicts.js';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { describeInBrowser, settled, type Watch } from './browser.js';
import { planOf, reviewPage, toTab, unfold } from './pages.js';
import { PAYLOADS } from './payloads.js';
import { poisoned } from './poisoned.js';

const TABS = ['text', 'tables', 'timeline', 'paths', 'matrix'];

/** Escaped as a site would do it, so that the text of the page is the payload. */
const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Enough of a plan for one to be read, whatever is put into it. */
const PROSE = Array.from(
  { length: 12 },
  (_, i) =>
    `坚持以人民为中心，统筹城乡公共文化服务，推动第${i + 1}批优质资源向基层延伸，让群众就近读书、看报、上网，不断提高服务水平。`,
);

/** A plan as a site gives it, with the payload in its title, headings, sentences, cells and facts. */
function htmlPlan(payload: string): string {
  const p = markup(payload);
  return `<!doctype html><html><head><meta charset="utf-8"><title>青岚县书屋建设规划${p}</title>
<meta name="ArticleTitle" content="青岚县书屋建设规划${p}"><meta name="ContentSource" content="${p}"><meta name="Url" content="${p}"></head><body>
<h1>青岚县书屋建设规划${p}(2021—2025年)</h1><p>为加强全县书屋建设，结合我县实际，制定本规划。</p>${PROSE.map((line) => `<p>${line}</p>`).join('')}
<p>一、总体目标${p}</p><p>到2025年，全县建成${p}书屋12个，${p}书屋覆盖率达到95%以上。(牵头单位:县文旅局;责任单位:县财政局${p})</p>
<table><tr><th>指标${p}</th><th>单位</th><th>2020年</th><th>2025年</th></tr><tr><td>书屋覆盖率${p}</td><td>%</td><td>80</td><td>95</td></tr>
<tr><td>${p}</td><td>${p}</td><td>${p}</td><td>12</td></tr></table><p>二、保障措施</p><p>2023年6月底前，完成${p}选址。(责任单位:县文旅局)</p></body></html>`;
}

const textPlan = (p: string): string => `青岚县书屋建设规划${p}
为加强全县书屋建设，结合我县实际，制定本规划。
${PROSE.join('\n')}
一、总体目标${p}
到2025年，全县建成${p}书屋12个，${p}书屋覆盖率达到95%以上。(牵头单位:县文旅局;责任单位:县财政局${p})
${p}
二、保障措施
2023年6月底前，完成${p}选址。(责任单位:县文旅局)
`;

/** Looks at everything that the page has of a document, and at everything that is folded in it. */
async function lookAround(page: Page): Promise<void> {
  for (const tab of TABS) {
    await toTab(page, tab);
    await unfold(page);
  }
  await toTab(page, 'tables');
  for (const button of await page.locator('.v-kind').all()) {
    await button.click();
    await settled(page);
  }
  await toTab(page, 'text');
}

async function lookAtAll(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    if (count > 1) await page.locator('#picker').selectOption(String(i));
    await lookAround(page);
  }
}

/** Nothing ran, nothing was asked for, and nothing even tried so that the policy had to stop it. */
async function expectQuiet(page: Page, watch: Watch, title: string): Promise<void> {
  await settled(page);
  expect(await watch.ran()).toEqual([]);
  expect(await watch.violations()).toEqual([]);
  expect(watch.complaints).toEqual([]);
  expect(await page.title()).toBe(title);
  expect(
    await page.locator('#app :is(script, iframe, object, embed, link, meta, base, form, img, video, style)').count(),
  ).toBe(0);
  expect(await page.evaluate(() => Object.hasOwn(Object.prototype, 'polluted'))).toBe(false);
}

it('there are at least thirty payloads, and each document made of one is a valid document', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(30);
  for (const [i, [, payload]] of PAYLOADS.entries()) {
    const { document, text } = poisoned(payload, i + 1);
    expect(model.document.safeParse(document).error).toBeUndefined();
    for (const { evidence } of [...document.targets, ...document.deadlines, ...document.responsibilities]) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  }
});

describeInBrowser('a review page runs nothing of what it shows', (open) => {
  it('in any field of a document', async () => {
    const plans = PAYLOADS.map(([, payload], i): ReviewPlan => poisoned(payload, i + 1));
    const { page, watch } = await open(await reviewPage(plans, { title: '核对' }));
    await lookAtAll(page, plans.length);
    await expectQuiet(page, watch, '核对');
    await page.context().close();
  });

  it('in plans that were read, as pages of sites and as texts', async () => {
    const plans = await Promise.all(
      PAYLOADS.flatMap(([, payload], i) => [
        planOf(`${i}-${payload}.html`, new TextEncoder().encode(htmlPlan(payload)), { url: payload, issuer: payload }),
        planOf(`${i}-${payload}.txt`, new TextEncoder().encode(textPlan(payload)), { title: payload }),
      ]),
    );
    // The attack is where it shall be: in the text of nearly all, whatever the cleaning takes for furniture.
    const held = plans.filter(({ text }, i) => text?.includes(PAYLOADS[i >> 1]?.[1] ?? ''));
    expect(held.length).toBeGreaterThan(plans.length / 2);
    const { page, watch } = await open(await reviewPage(plans, { title: '核对' }));
    await lookAtAll(page, plans.length);
    await expectQuiet(page, watch, '核对');
    await page.context().close();
  });

  it('in the names of files that failed, and why', async () => {
    const failures = PAYLOADS.map(([, path]) => ({ path, failure: { code: path, message: path } }));
    const { page, watch } = await open(await reviewPage([poisoned('甲', 1)], { title: '核对', failures }));
    await page.locator('#tab-documents').click();
    expect(await page.locator('.failures li').count()).toBe(failures.length);
    await expectQuiet(page, watch, '核对');
    await page.context().close();
  });

  it('in the title of the page', async () => {
    for (const [mark, title] of PAYLOADS) {
      const { page, watch } = await open(await reviewPage([poisoned('甲', 1)], { title }));
      await settled(page);
      const quiet = [await watch.ran(), await watch.violations(), watch.complaints];
      expect([mark, ...quiet]).toEqual([mark, [], [], []]);
      await page.context().close();
    }
  });

  it('in files whose names attack, written by the program', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'plans'));
    const names = PAYLOADS.map(([, payload]) => payload).filter((name) => !/[/\0]|[\uD800-\uDFFF]/u.test(name));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) writeFileSync(join(folder, 'plans', `${name}.txt`), textPlan('甲'));
    const { status } = gongwen(['report', 'plans', '-o', 'review.html', '--title', '核对'], { cwd: folder });
    expect(status).toBe(0);
    const { page, watch } = await open(join(folder, 'review.html'));
    await page.locator('#tab-documents').click();
    await expectQuiet(page, watch, '核对');
    await page.context().close();
  });

  it('in verdicts that are imported', async () => {
    const plans = [poisoned('甲', 1)];
    const { page, watch } = await open(await reviewPage(plans, { title: '核对' }));
    await page.locator('#exports').click();
    for (const [, payload] of PAYLOADS) {
      // Written by hand, so that __proto__ is a key of the file.
      const key = JSON.stringify(payload);
      const fields = `{${key}:${key},"__proto__":{"polluted":${key}},"quote":${key},"indicator":${key}}`;
      const verdict = (kind: string, id: string) =>
        `{"kind":"${kind}","id":${JSON.stringify(id)},"verdict":"corrected","record":${fields},"correction":${fields},"note":${key}}`;
      const list = [verdict('targets', 't1'), verdict('deadlines', payload), verdict('responsibilities', 'r1')];
      const document = (path: string, sha256: string) =>
        `{"path":${JSON.stringify(path)},"sha256":"${sha256}","verdicts":[${list}]}`;
      const file = `{"schema":"gongwen/verdicts@1","documents":[${document(payload, plans[0]?.document.source.sha256 ?? '')},${document(payload, 'f'.repeat(64))}]}`;
      expect(verdicts.safeParse(JSON.parse(file)).error).toBeUndefined();
      const buffer = Buffer.from(file);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: `${payload.replaceAll(/[/\0]/g, '')}.json`, mimeType: 'application/json', buffer });
      await settled(page);
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await lookAround(page);
    await expectQuiet(page, watch, '核对');
    await page.context().close();
  });

  it('and shows it: text and policy are what they are', async () => {
    const payload = '<script>__ran("seen")</script>';
    const file = await reviewPage([poisoned(payload, 1)], { title: '核对' });
    const { page, watch } = await open(file);
    await toTab(page, 'timeline');
    expect(await page.locator('#app').textContent()).toContain(payload);
    // Something that the page did not bring is stopped by its policy.
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = '__ran("foreign")';
      } catch {
        // Trusted Types refuse it right here.
      }
      document.body.append(script);
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://attacker.example/x.png' }));
    });
    await expect.poll(watch.violations, { timeout: 30_000 }).not.toEqual([]);
    expect(await watch.ran()).toEqual([]);
    expect(readFileSync(file, 'utf8')).toContain("default-src 'none'");
    await page.context().close();
  });
});
