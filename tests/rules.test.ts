import { describe, expect, it } from 'vitest';
import { planContext, viewLines } from '../src/extract/context.js';
import { deadlinesOf } from '../src/extract/deadlines.js';

import { conventionsOf } from '../src/extract/responsibility/conventions.js';
import { bodyResponsibilities } from '../src/extract/responsibility/duties.js';
import { BODY_EXAMPLES, RESPONSIBILITY_EXAMPLES } from '../src/extract/responsibility/examples.js';
import { statedResponsibilities } from '../src/extract/responsibility/stated.js';
import { DEADLINE_EXAMPLES } from '../src/extract/rules/deadline/examples.js';
import { sentenceTargets, TARGET_RULES } from '../src/extract/targets.js';
import type { Meta } from '../src/schema/model.js';
import { structureOf } from '../src/structure/index.js';

/** A plan of 2021 to 2030, written in 2021: what the rules' examples are read in. */
const META: Meta = {
  title: '某县发展规划',
  issuer: null,
  documentNumber: null,
  indexNumber: null,
  writtenOn: '2021-03-01',
  publishedOn: null,
  url: null,
  period: { from: 2021, to: 2030 },
  region: '某县',
  regionLevel: 'county',
};

function read(text: string) {
  const structure = structureOf(text, []);
  const plan = planContext(structure, META);
  const views = viewLines(plan);
  return { plan, views };
}

describe.each(TARGET_RULES)('target rule $id', (rule) => {
  it.each(rule.examples)('$text', ({ text, gives }) => {
    const { plan, views } = read(text);
    const found = sentenceTargets(plan, views).map(
      ({ fields: f }) =>
        `${f.indicator} ${f.comparator} ${f.value}${f.valueMax === null ? '' : `~${f.valueMax}`}${f.unit}`,
    );
    expect(found).toEqual(gives);
  });

  it('is the one that reads some of its examples, and has traps', () => {
    const used = rule.examples.flatMap(({ text }) => {
      const { plan, views } = read(text);
      return sentenceTargets(plan, views).map((target) => target.rule);
    });
    expect(used).toContain(rule.id);
    expect(rule.examples.some((example) => example.gives.length === 0)).toBe(true);
  });
});

describe('deadlines', () => {
  it.each(DEADLINE_EXAMPLES)('$text', ({ text, gives }) => {
    const { plan, views } = read(text);
    const found = deadlinesOf(plan, views).map(
      ({ fields: f }) =>
        `${f.text} ${f.start ?? ''}..${f.end ?? ''}${f.recurring ? ` ${f.recurring}` : ''} | ${f.task}`,
    );
    expect(found).toEqual(gives);
  });
});

describe('statements of responsibility', () => {
  it.each(RESPONSIBILITY_EXAMPLES)('$text', ({ text, gives }) => {
    const { plan, views } = read(text);
    const found = statedResponsibilities(plan, views, conventionsOf(plan)).records.map(
      ({ fields: f }) => `${f.leads.join('+')} | ${f.partners.join('+')} (${f.basis})`,
    );
    expect(found).toEqual(gives);
  });
});

describe('duties in running text', () => {
  it.each(BODY_EXAMPLES)('$text', ({ text, gives }) => {
    const { plan, views } = read(`一、保障措施\n${text}`);
    const found = bodyResponsibilities(plan, views, []).map(
      ({ fields: f }) => `${f.leads.join('+')} | ${f.partners.join('+')} : ${f.duty}`,
    );
    expect(found).toEqual(gives);
  });
});
