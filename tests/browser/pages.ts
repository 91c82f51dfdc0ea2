import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readPlan } from '../../src/pipeline.js';
import { packPlan, type ReviewPlan } from '../../src/review/data.js';
import { pageText } from '../../src/review/page.js';
import type { FailedInput, Language } from '../../src/review/payload.js';
import { folderWith } from '../setup/folder.js';
import { settled } from './browser.js';

const built = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../dist/review/client/${name}`, import.meta.url)), 'utf8');

interface PageOf {
  readonly title?: string;
  readonly language?: Language | null;
  readonly failures?: readonly FailedInput[];
}

/** Writes a review page of plans into a folder of its own. */
export async function reviewPage(
  plans: readonly ReviewPlan[],
  { title, language, failures = [] }: PageOf = {},
): Promise<string> {
  const packed = await Promise.all(plans.map(packPlan));
  const assets = { script: built('review.js'), style: built('review.css') };
  const options = { title: title ?? null, language: language ?? null, version: '0.0.0' };
  const file = join(folderWith(), 'review.html');
  writeFileSync(file, pageText(packed, failures, assets, options));
  return file;
}

/** A plan as the pipeline reads it. */
export async function planOf(path: string, bytes: Uint8Array, facts = {}): Promise<ReviewPlan> {
  const { parsed } = await readPlan(bytes, { path, facts });
  return { path, document: parsed.document, text: parsed.text };
}

/** A page made by hand, as a careless program would write it. */
export function plainPage(body: string): string {
  const file = join(folderWith(), 'plain.html');
  writeFileSync(
    file,
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>plain</title><body>${body}</body></html>`,
  );
  return file;
}

/** Goes to a tab of the page by its name, and waits until it is drawn. */
export async function toTab(page: Page, name: string): Promise<void> {
  await page.locator(`#tab-${name}`).click();
  await page.locator(`#tab-${name}[aria-selected="true"]`).waitFor();
}

/** Unfolds everything that is folded in what is shown. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await settled(page);
}
