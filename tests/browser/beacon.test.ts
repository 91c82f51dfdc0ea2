import { expect, it } from 'vitest';
import { describeInBrowser, settled } from './browser.js';
import { plainPage } from './pages.js';
import { LIVE_PAYLOADS } from './payloads.js';

/*
 * The control of the attacks: in a page that does not escape, they are seen. Where this fails, that no attack is seen in
 * the review page says nothing.
 */

describeInBrowser('an attack that runs in a careless page is seen', (open) => {
  it.each(LIVE_PAYLOADS)('%s', async (mark, payload) => {
    // What must end an element before it can run gets one to end.
    const around: Readonly<Record<string, readonly [string, string]>> = {
      'script-end': ['<script>"', '"</script>'],
      'style-end': ['<style>', '</style>'],
      'title-end': ['<title>', '</title>'],
      'textarea-end': ['<textarea>', '</textarea>'],
      'comment-end': ['<!--', '-->'],
      'cdata-end': ['<svg><![CDATA[', ']]></svg>'],
      'attribute-end': ['<p title="', '"></p>'],
      'attribute-end-single': ["<p title='", "'></p>"],
    };
    const [before, after] = around[mark] ?? ['', ''];
    const { page, watch } = await open(plainPage(`${before}${payload}${after}`));
    await settled(page);
    await expect.poll(watch.ran, { timeout: 30_000 }).not.toEqual([]);
    if (mark === 'title') expect(await page.title()).toBe('taken');
    await page.context().close();
  });

  it('and nothing is seen in a page without one', async () => {
    const { page, watch } = await open(plainPage('<p>规划</p>'));
    await settled(page);
    expect([await watch.ran(), watch.complaints, await watch.violations()]).toEqual([[], [], []]);
    await page.context().close();
  });
});
