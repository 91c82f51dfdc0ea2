import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkFixture } from '../src/batch/check.js';
import { findFixtures, readFixture } from '../src/batch/fixtures.js';

/*
 * Every bundled plan gives what a reader takes out of it, but for the gaps that its case.json names; a gap that is
 * closed has to leave the list.
 */
const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
const fixtures = await findFixtures('fixtures', folder);

it('there are fixtures of every group', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(10);
});

it.each(fixtures.map((fixture) => [fixture.path, fixture] as const))('%s', async (_, fixture) => {
  const result = await checkFixture(await readFixture(fixture), {});
  expect(result.problems).toEqual([]);
  expect(result.settled.open).toEqual([]);
  expect(result.settled.stale).toEqual([]);
});
