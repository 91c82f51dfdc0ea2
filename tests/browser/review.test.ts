import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewPlan } from '../../src/review/data.js';
import { verdicts } from '../../src/schema/verdicts.js';
import { describeInBrowser, type Open, settled, type Watch } from './browser.js';
import { planOf, reviewPage, toTab } from './pages.js';

const KINDS = ['targets', 'deadlines', 'responsibilities'] as const;

async function fixture(path: string): Promise<ReviewPlan> {
  return planOf(path, readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));
}

/** One with records of all kinds, a table, and text that was removed and repaired. */
const PLAN = 'damage/tourism-lost-marks/source.txt';

const idsOf = ({ document }: ReviewPlan): string[] =>
  KINDS.flatMap((kind) => document[kind].map(({ id }) => id)).sort();

/** The id of the record that is looked at. */
const current = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('.text [aria-current="true"] .tag-id')?.textContent ?? null);

async function expectNothingAmiss(watch: Watch): Promise<void> {
  expect([watch.complaints, watch.requests, await watch.violations(), await watch.ran()]).toEqual([[], [], [], []]);
}

/** Opens the page of a fixture, and looks at the first record by its key. */
async function opened(open: Open, plans: readonly ReviewPlan[], options = {}) {
  const { page, watch } = await open(await reviewPage(plans, { title: '核对' }), options);
  if (plans.length > 1) await toTab(page, 'text');
  await page.keyboard.press('j');
  await page.locator('.text [aria-current="true"]').waitFor();
  return { page, watch };
}

/** The file that the page gives when it is asked for one. */
async function exported(page: Page): Promise<string> {
  await page.locator('#exports').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export-save').click()]);
  const text = readFileSync(await download.path(), 'utf8');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  return text;
}

describeInBrowser('the review page', (open) => {
  it('reaches every record of every kind by keyboard alone', async () => {
    for (const path of [
      PLAN,
      'structure/table-html-rowspan-groups/source.html',
      'annex/digital-county-action/source.txt',
    ]) {
      const plan = await fixture(path);
      const { page, watch } = await opened(open, [plan]);
      const seen = new Set<string>();
      for (let i = 0; i <= idsOf(plan).length; i++) {
        seen.add((await current(page)) ?? '');
        await page.keyboard.press('j');
      }
      expect([...seen].sort()).toEqual(idsOf(plan));
      // And the same from the last to the first.
      const back = new Set<string>();
      for (let i = 0; i <= idsOf(plan).length; i++) {
        back.add((await current(page)) ?? '');
        await page.keyboard.press('k');
      }
      expect([...back].sort()).toEqual(idsOf(plan));
      await expectNothingAmiss(watch);
      await page.context().close();
    }
  });

  it('takes verdicts by keyboard, gives them as a file, and takes that file again', async () => {
    const plan = await fixture(PLAN);
    const { page, watch } = await opened(open, [plan]);
    const first = await current(page);
    await page.keyboard.press('a');
    await page.waitForFunction(
      (id) => document.querySelector('.text [aria-current="true"] .tag-id')?.textContent !== id,
      first,
    );
    const rejected = await current(page);
    await page.keyboard.press('r');
    await page.waitForFunction(
      (id) => document.querySelector('.text [aria-current="true"] .tag-id')?.textContent !== id,
      rejected,
    );
    const corrected = await current(page);
    await page.keyboard.press('c');
    const form = page.locator('dialog.correct');
    await form.waitFor();
    await page.locator('#correct-note').fill('原文为准');
    const field = form.locator('input[type=text]').first();
    const name = await field.getAttribute('name');
    const before = await field.inputValue();
    await field.fill(/^\d+$/.test(before) ? '7' : `${before}甲`);
    await field.press('Enter');
    await form.waitFor({ state: 'detached' });
    const text = await exported(page);
    const file = verdicts.parse(JSON.parse(text));
    expect(file.documents.map(({ path, sha256 }) => [path, sha256])).toEqual([[PLAN, plan.document.source.sha256]]);
    const said = new Map(file.documents[0]?.verdicts.map((verdict) => [verdict.id, verdict]));
    expect([...said.keys()].sort()).toEqual([first, rejected, corrected].sort());
    expect(said.get(first ?? '')?.verdict).toBe('accepted');
    expect(said.get(rejected ?? '')?.verdict).toBe('rejected');
    expect(said.get(corrected ?? '')).toMatchObject({ verdict: 'corrected', note: '原文为准' });
    expect(Object.keys(said.get(corrected ?? '')?.correction ?? {})).toEqual([name]);
    await expectNothingAmiss(watch);
    await page.context().close();

    // In a browser that knows nothing of it.
    const other = await opened(open, [plan]);
    await other.page.locator('#exports').click();
    await other.page
      .locator('#import')
      .setInputFiles({ name: 'verdicts.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await other.page.waitForFunction(() => document.querySelectorAll('.text .tag.v-accepted').length > 0);
    await other.page.keyboard.press('Escape');
    await other.page.locator('dialog').waitFor({ state: 'detached' });
    expect(await exported(other.page)).toBe(text);
    await expectNothingAmiss(other.watch);
    await other.page.context().close();
  });

  it('says what is wrong with a file that holds no verdicts, and takes nothing of it', async () => {
    const { page, watch } = await opened(open, [await fixture(PLAN)]);
    await page.locator('#exports').click();
    for (const [name, text] of [
      ['a.json', '{'],
      ['b.json', '{"schema":"gongwen/document@1"}'],
      ['c.json', '{"schema":"gongwen/verdicts@1","documents":[{"path":"a"}]}'],
    ] as const) {
      await page.locator('#import').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.locator('dialog [role=status]', { hasText: name }).waitFor();
    }
    expect(await page.locator('.tag.v-accepted, .tag.v-rejected, .tag.v-corrected').count()).toBe(0);
    await expectNothingAmiss(watch);
    await page.context().close();
  });

  it('speaks Chinese and English, and keeps its place when it changes', async () => {
    const { page, watch } = await opened(open, [await fixture(PLAN)]);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    const record = await current(page);
    const chinese = await page.locator('#tab-timeline').textContent();
    await page.locator('#language').click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('#tab-timeline').textContent()).not.toBe(chinese);
    expect(await current(page)).toBe(record);
    for (const tab of ['text', 'tables', 'timeline', 'paths', 'matrix']) {
      await toTab(page, tab);
      // A word that there is not says its key.
      expect(await page.locator('#app').textContent()).not.toMatch(
        /\b(?:view|views|kind|field|value|filter|tools|timeline|paths|matrix)\.[a-z]/,
      );
    }
    await expectNothingAmiss(watch);
    await page.context().close();
    const english = await open(await reviewPage([await fixture(PLAN)]), { locale: 'en-GB' });
    expect(await english.page.getAttribute('html', 'lang')).toBe('en');
    await english.page.context().close();
  });

  it('finds words in the text, with the count of places', async () => {
    const plan = await fixture(PLAN);
    const { page, watch } = await opened(open, [plan]);
    const word = plan.document.responsibilities[0]?.leads[0] ?? '';
    expect(word).not.toBe('');
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    const places = (plan.text ?? '').split(word).length - 1;
    await page.locator('.search .count', { hasText: new RegExp(`(?:^|\\D)${places}(?:\\D|$)`) }).waitFor();
    await page.locator('#search').fill('没有这个词');
    await page.locator('.search .count', { hasText: /\D/ }).waitFor();
    await expectNothingAmiss(watch);
    await page.context().close();
  });

  it('shows the records of a kind alone', async () => {
    const plan = await fixture(PLAN);
    const { page, watch } = await opened(open, [plan]);
    // The chosen record stays in sight whatever the filter says.
    const chosen = await current(page);
    const all = KINDS.map((kind) => plan.document[kind].map(({ id }) => id).filter((id) => id !== chosen).length);
    const visible = () =>
      Promise.all(
        KINDS.map((kind) =>
          page.locator(`.text .tag:not([hidden], [aria-current="true"])[data-key^="${kind}/"]`).count(),
        ),
      );
    const [targets, deadlines, responsibilities] = all;
    expect(await visible()).toEqual(all);
    await page.locator('.open-filter').click();
    const boxes = page.locator('#panel-filter .kinds input');
    await boxes.nth(0).uncheck();
    expect(await visible()).toEqual([0, deadlines, responsibilities]);
    await boxes.nth(1).uncheck();
    expect(await visible()).toEqual([0, 0, responsibilities]);
    await boxes.nth(0).check();
    await boxes.nth(2).uncheck();
    expect(await visible()).toEqual([targets, 0, 0]);
    await expectNothingAmiss(watch);
    await page.context().close();
  });

  it('shows what the cleaning removed and repaired when it is asked to, and only then', async () => {
    const plan = await fixture('damage/education-mirror/source.txt');
    const { removed, repaired } = plan.document.cleaning;
    expect(removed.length * repaired.length).toBeGreaterThan(0);
    const { page, watch } = await opened(open, [plan]);
    const notes = page.locator('.text .note');
    expect(await page.locator('.text .note.removed').count()).toBe(removed.length);
    // A line's repairs of one kind are told together.
    expect(await page.locator('.text .note.repaired .pair').count()).toBe(repaired.length);
    expect(await notes.first().isVisible()).toBe(false);
    await page.locator('.tools button.toggle:not([aria-controls])').first().click();
    expect(await notes.first().isVisible()).toBe(true);
    for (const { text } of removed) expect(await page.locator('.text').textContent()).toContain(text.slice(0, 50));
    await expectNothingAmiss(watch);
    await page.context().close();
  });

  it('shows the numbers of lines in the original', async () => {
    const plan = await fixture(PLAN);
    const { page } = await opened(open, [plan]);
    const { evidence } = plan.document.targets[0] as ReviewPlan['document']['targets'][number];
    const number = page.locator(`#L${evidence.line} .no`);
    expect(await number.getAttribute('data-line-number')).toBe(String(evidence.line));
    if ('column' in evidence.source)
      expect(await number.getAttribute('data-source')).toBe(String(evidence.source.line));
    await page.context().close();
  });

  it('leads from a row of a view to the record in its text', async () => {
    const { page, watch } = await opened(open, [
      await fixture(PLAN),
      await fixture('annex/digital-county-action/source.txt'),
    ]);
    for (const tab of ['tables', 'timeline']) {
      await toTab(page, tab);
      await page.locator('.view .v-link').first().click();
      await page.locator('.text [aria-current="true"]').waitFor();
    }
    await settled(page);
    await expectNothingAmiss(watch);
    await page.context().close();
  });
});
