import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewPlan } from '../../src/review/data.js';
import { matrixOf } from '../../src/review/model/matrix.js';
import { describeInBrowser, settled } from './browser.js';
import { planOf, reviewPage, toTab, unfold } from './pages.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const sources = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\/source\.[a-z]+$/.test(name) && !name.startsWith('refused/'))
  .sort();

const planAt = (path: string): Promise<ReviewPlan> => planOf(path, readFileSync(join(FIXTURES, path)));
const VIEWS = ['tables', 'timeline', 'paths', 'matrix'];
/** With records of all kinds. */
const PLAN = 'annex/digital-county-action/source.txt';

/** How many pixels the page is wider than the window. */
const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

interface Axe {
  readonly run: (
    options: object,
  ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
}

describeInBrowser('the views of the review page', (open) => {
  it('render for all fixtures, each with all of its records', async () => {
    expect(sources.length).toBeGreaterThan(50);
    const plans = await Promise.all(sources.map(planAt));
    const { page, watch } = await open(await reviewPage(plans, { title: '核对' }));
    await toTab(page, 'tables');
    for (const [i, plan] of plans.entries()) {
      const { targets, deadlines } = plan.document;
      await page.locator('#picker').selectOption(String(i));
      const counts = [targets.length, deadlines.length, plan.document.responsibilities.length];
      const units = matrixOf([{ index: i, document: plan.document }], 'section').rows.length;
      const found: (number | string)[] = [];
      await toTab(page, 'tables');
      for (const button of await page.locator('.v-kind').all()) {
        await button.click();
        found.push(await page.locator('.view tbody tr').count());
      }
      await toTab(page, 'timeline');
      found.push(await page.locator('.view .v-items > li').count());
      await toTab(page, 'paths');
      await unfold(page);
      const onPaths = await page.locator('.view .v-panel td .v-link').allTextContents();
      const apart = await page.locator('.view .v-data tbody tr').count();
      found.push(new Set(onPaths.map((id) => id.trim())).size + apart);
      await toTab(page, 'matrix');
      found.push(await page.locator('.view .v-matrix tbody tr').count());
      expect([sources[i], ...found]).toEqual([sources[i], ...counts, deadlines.length, targets.length, units]);
    }
    expect([watch.complaints, await watch.ran(), await watch.violations()]).toEqual([[], [], []]);
    await page.context().close();
  });

  it('fit a phone: nothing makes the page wider than the window', async () => {
    for (const path of [PLAN, 'structure/table-html-rowspan-groups/source.html', 'report/work-report/source.txt']) {
      const { page } = await open(await reviewPage([await planAt(path)]), { viewport: { width: 400, height: 800 } });
      for (const tab of ['text', ...VIEWS]) {
        await toTab(page, tab);
        await unfold(page);
        expect([path, tab, await excess(page)]).toEqual([path, tab, 0]);
      }
      await page.context().close();
    }
  });

  it('sort and filter rows', async () => {
    const { page } = await open(await reviewPage([await planAt(PLAN)]));
    await toTab(page, 'tables');
    const names = () => page.locator('.view tbody th').allTextContents();
    const all = await names();
    const head = page.locator('.view thead th').first();
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await names();
    expect([...ascending].sort()).toEqual([...all].sort());
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    expect(ascending).toEqual([...ascending].sort(collator.compare));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.locator('button').click();
    expect(await names()).toEqual(all);
    const word = all[0]?.trim() ?? '';
    await page.locator('.view input[type=search]').fill(word);
    await settled(page);
    const left = await names();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all.length);
    await page.context().close();
  });

  it('let the arrow keys walk through the matrix', async () => {
    const { page } = await open(await reviewPage([await planAt(PLAN)]));
    await toTab(page, 'matrix');
    await page.locator('.v-matrix [tabindex="0"]').focus();
    const at = () =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest('[role=gridcell], [role=rowheader]');
        const row = cell?.parentElement;
        return [
          [...(row?.parentElement?.children ?? [])].indexOf(row as Element),
          [...(row?.children ?? [])].indexOf(cell as Element),
        ];
      });
    expect(await at()).toEqual([0, 0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toEqual([1, 1]);
    await page.keyboard.press('End');
    const [, last] = await at();
    expect(last).toBeGreaterThan(1);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    expect(await at()).toEqual([0, 0]);
    expect(await page.locator('.v-matrix [tabindex="0"]').count()).toBe(1);
    await page.context().close();
  });

  it('and the text have no serious barrier that axe knows', async () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(await reviewPage([await planAt(PLAN)]), { colorScheme });
      // Put in by the tools of the browser: the policy of the page lets no script in.
      await page.evaluate(source);
      for (const tab of ['text', ...VIEWS]) {
        await toTab(page, tab);
        await unfold(page);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
        );
        const serious = violations
          .filter(({ impact }) => ['serious', 'critical'].includes(impact))
          .map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 120)}`);
        expect([colorScheme, tab, serious]).toEqual([colorScheme, tab, []]);
      }
      await page.context().close();
    }
  });
});
