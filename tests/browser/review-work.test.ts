import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewPlan } from '../../src/review/data.js';
import { describeInBrowser } from './browser.js';
import { planOf, reviewPage } from './pages.js';

/* What happens to people who work with the page for an afternoon. */

const ANNEX = 'annex/digital-county-action/source.txt';
const _WATER = 'docx/rural-water-numbered/source.docx';

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

const _currentSection = async (page: Page): Promise<string> =>
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
});
