import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewPlan } from '../../src/review/data.js';
import { describeInBrowser, settled } from './browser.js';
import { planOf, reviewPage, toTab } from './pages.js';

/* What happens to people who work with the page for an afternoon. */

const ANNEX = 'annex/digital-county-action/source.txt';
const WATER = 'docx/rural-water-numbered/source.docx';

const plan = (path: string): Promise<ReviewPlan> =>
  planOf(path, readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))));

/** What the browser keeps, as `t1 accepted note`. */
const stored = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Object.values({ ...localStorage }).flatMap((list) =>
      (JSON.parse(list) as { id: string; verdict: string; note?: string }[]).map(({ id, verdict, note }) =>
        [id, verdict, note].filter(Boolean).join(' '),
      ),
    ),
  );

const judge = async (page: Page, key: string, letter: string): Promise<void> => {
  await page.bringToFront();
  await page.locator(`.tag[data-key="${key}"]`).click();
  await page.keyboard.press(letter);
};

const currentSection = async (page: Page): Promise<string> =>
  (await page.locator('.tree [aria-current] span').first().textContent()) ?? '';

describeInBrowser('who works with the review page', (open) => {
  it('keeps the verdicts of two tabs, whichever speaks last', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    const other = await page.context().newPage();
    await other.goto(page.url());
    await judge(page, 'targets/t1', 'a');
    await other.locator('.tag[data-key="targets/t1"].v-accepted').waitFor();
    await judge(other, 'targets/t5', 'r');
    await page.locator('.tag[data-key="targets/t5"].v-rejected').waitFor();
    await judge(page, 'targets/t6', 'a');
    expect(await stored(page)).toEqual(['t1 accepted', 't5 rejected', 't6 accepted']);
    await page.context().close();
  });

  it('takes a note and the button that is pressed right behind it', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    await judge(page, 'targets/t1', 'a');
    await page.locator('.tag[data-key="targets/t1"]').click();
    await page.locator('.details textarea').fill('再看');
    await page.locator('.details .do.rejected').click();
    await page.locator('.tag[data-key="targets/t1"].v-rejected').waitFor();
    expect(await stored(page)).toEqual(['t1 rejected 再看']);
    await page.context().close();
  });

  it('shows all records of the next document, whatever section was chosen in the one before', async () => {
    const water = await plan(WATER);
    const { page } = await open(await reviewPage([await plan(ANNEX), water]));
    await toTab(page, 'text');
    await page.locator('.open-filter').click();
    await page.selectOption('#filter-section', 's5');
    const { targets, deadlines, responsibilities } = water.document;
    const all = targets.length + deadlines.length + responsibilities.length;
    expect(await page.locator('.records .record').count()).toBeLessThan(all);
    await page.selectOption('#picker', '1');
    await expect.poll(() => page.locator('.records .record').count()).toBe(all);
    expect(await page.locator('.open-filter .count').textContent()).toBe('');
    await page.context().close();
  });

  it('searches among the records that the filter lets pass', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    await page.locator('#search').fill('t40');
    await page.locator('.tag[data-key="targets/t40"][aria-current]').waitFor();
    await page.locator('.open-filter').click();
    await page.locator('#panel-filter input[type=checkbox]').first().uncheck();
    await expect.poll(() => page.locator('.search .count').textContent()).toBe('无结果');
    await page.locator('#panel-filter input[type=checkbox]').first().check();
    await expect.poll(() => page.locator('.search .count').textContent()).toContain('0/1');
    await page.context().close();
  });

  it('follows a link to a record that the filter holds back', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    // Targets are held back; a statement of responsibility leads to those that it governs.
    await page.locator('.open-filter').click();
    await page.locator('#panel-filter input[type=checkbox]').first().uncheck();
    await page.locator('.tag[data-key="responsibilities/r8"]').click();
    const link = page.locator('.details button.ref', { hasText: 't24' });
    await link.click();
    await page.locator('.tag[data-key="targets/t24"][aria-current]').waitFor();
    expect(await page.locator('mark.chosen').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('goes on by keyboard when a box of the filter was ticked', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    await page.locator('.open-filter').click();
    await page.locator('#panel-filter input[type=checkbox]').first().uncheck();
    await page.keyboard.press('j');
    await page.locator('.tag.k-deadlines[aria-current]').waitFor({ timeout: 10_000 });
    await page.context().close();
  });

  it('marks in the tree the section of the record that is looked at', async () => {
    const annex = await plan(ANNEX);
    const titles = new Map(annex.document.sections.map(({ id, title }) => [id, title]));
    const { page } = await open(await reviewPage([annex]));
    const seen: string[] = [];
    const wanted: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('n');
      await settled(page);
      const id = await page.locator('.text [aria-current] .tag-id').textContent();
      const record = [...annex.document.targets, ...annex.document.deadlines, ...annex.document.responsibilities].find(
        (one) => one.id === id,
      );
      wanted.push(titles.get(record?.section ?? '') ?? '');
      seen.push((await currentSection(page)).replace(/^\S+\s|^\(.\)/, ''));
    }
    expect(seen).toEqual(wanted);
    await page.context().close();
  });

  it('goes through records of one sentence in the order in which they are said', async () => {
    const { page } = await open(await reviewPage([await plan(ANNEX)]));
    const ids = await page.locator('.records .record .id').allTextContents();
    for (const kind of ['t', 'd'] as const) {
      const own = ids.filter((id) => id.startsWith(kind)).map((id) => Number(id.slice(1)));
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
    await page.context().close();
  });
});
