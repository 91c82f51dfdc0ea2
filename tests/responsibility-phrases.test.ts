import { describe, expect, it } from 'vitest';
import { compareDuties, type DutyPhrase } from '../bench/duty-score.mjs';
import { planOf, readPhrases } from '../bench/phrase-score.mjs';
import { parse } from '../src/index.js';

/*
 * Sentences of plans that say who does what, and such as seem to, each with all its statements. What is amiss is named
 * with the phrase; a gap that is closed must be taken out (`npm run build && node bench/phrases.mjs --update`).
 */
const folder = new URL('../fixtures/responsibility-phrases/', import.meta.url);
const phrases = readPhrases<DutyPhrase>(folder);

describe('phrases of responsibility', () => {
  it.each(phrases.map((phrase) => [phrase.id, phrase] as const))('%s', async (_, phrase) => {
    const { document } = await parse(new TextEncoder().encode(planOf(phrase)));
    expect(compareDuties(phrase, document).notes).toEqual(phrase.gaps ?? []);
  });

  it('are at least three hundred, with traps and ids of their own', () => {
    const traps = phrases.filter(({ responsibilities }) => responsibilities.length === 0);
    expect(phrases.length).toBeGreaterThanOrEqual(300);
    expect(traps.length).toBeGreaterThanOrEqual(60);
    expect(new Set(phrases.map(({ id }) => id)).size).toBe(phrases.length);
  });
});

const statement = {
  ...{ id: 'r1', style: 'bracket', leads: ['县教育局'], partners: ['县财政局', '县民政局'], implied: [] as string[] },
  ...{ basis: 'labelled', duty: null, units: [{ name: '县教育局', fullName: '县教育局', level: 'county' }] },
};
const target = { id: 't1', indicator: '学前三年毛入园率', responsibilities: ['r1'] };
const wanted = {
  ...({ style: 'bracket', basis: 'labelled' } as const),
  ...{ leads: ['县教育局'], partners: ['县民政局', '县财政局'] },
};

/** The notes on what a document gives for a phrase. */
const notes = (phrase: Partial<DutyPhrase>, found: object[], targets: object[] = [target]): string[] =>
  compareDuties({ responsibilities: [wanted], ...phrase }, { responsibilities: found, targets } as never).notes;

describe('the comparison of phrases', () => {
  it('is content with all units in their roles, in any order', () => {
    const { bracket, body, notes } = compareDuties({ responsibilities: [wanted] }, {
      ...{ responsibilities: [statement], targets: [] },
    } as never);
    expect(notes).toEqual([]);
    expect(bracket).toEqual({ wanted: 3, found: 3, matched: 3, records: 1, right: 1 });
    expect(body).toEqual({ wanted: 0, found: 0, matched: 0, records: 0, right: 0 });
  });

  it('tells a statement that is missed and one that is invented', () => {
    expect(notes({}, [])).toEqual(['- bracket 县教育局 + 县民政局、县财政局']);
    expect(notes({ responsibilities: [] }, [statement])).toEqual(['+ bracket 县教育局 + 县财政局、县民政局']);
    const counts = compareDuties({ responsibilities: [] }, { responsibilities: [statement], targets: [] } as never);
    expect(counts.bracket).toMatchObject({ wanted: 0, found: 3, matched: 0, right: 0 });
  });

  it('tells units that lack, are too many or have another role', () => {
    const found = { ...statement, leads: ['县教育局', '县民政局'], partners: ['县财政局', '县妇联'] };
    expect(notes({}, [found])).toEqual([
      '~ bracket 县教育局 + 县民政局、县财政局: lacks partner 县民政局, has lead 县民政局, has partner 县妇联',
    ]);
    const { bracket } = compareDuties({ responsibilities: [wanted] }, {
      responsibilities: [found],
      targets: [],
    } as never);
    expect(bracket).toEqual({ wanted: 3, found: 4, matched: 2, records: 1, right: 0 });
  });

  it('tells another basis, style or duty', () => {
    expect(notes({}, [{ ...statement, basis: 'joint' }])).toEqual([
      '~ bracket 县教育局 + 县民政局、县财政局: basis "joint"',
    ]);
    expect(notes({}, [{ ...statement, style: 'body' }])[0]).toMatch(/: style "body"$/);
    const body = { style: 'body', leads: ['县教育局'], duty: '组织年度考核' } as const;
    const told = (duty: string) =>
      notes({ responsibilities: [body] }, [{ ...statement, style: 'body', partners: [], duty }]);
    expect(told('组织开展年度考核')).toEqual([]);
    expect(told('公开资金安排')).toEqual(['~ body 县教育局: 组织年度考核: duty "公开资金安排"']);
  });

  it('pairs two statements of the same units by their duties', () => {
    const duty = (text: string) => ({ style: 'body', leads: ['县水务局'], partners: [], duty: text }) as const;
    const found = [duty('组织防汛演练'), duty('编制供水规划')].map((one) => ({ ...statement, ...one, basis: 'body' }));
    expect(notes({ responsibilities: [duty('编制供水规划'), duty('组织防汛演练')] }, found)).toEqual([]);
  });

  it('takes optional statements as neither missed nor invented', () => {
    const optional = [{ style: 'body', leads: ['各学校'] }] as const;
    expect(notes({ optional }, [statement])).toEqual([]);
    const school = { ...statement, id: 'r2', style: 'body', leads: ['各学校'], partners: [], duty: '公示' };
    expect(notes({ optional }, [statement, school])).toEqual([]);
    expect(notes({}, [statement, school])).toEqual(['+ body 各学校: 公示']);
  });

  it('tells who is said to do a target and does not', () => {
    const link = { target: '毛入园率', leads: ['县教育局'], partners: ['县财政局', '县民政局'] };
    expect(notes({ links: [link] }, [statement])).toEqual([]);
    expect(notes({ links: [{ target: '毛入园率', leads: ['县教育局'] }] }, [statement])).toEqual([]);
    expect(notes({ links: [{ ...link, partners: ['县财政局'] }] }, [statement])).toEqual([
      '~ link 毛入园率: has partner 县民政局',
    ]);
    expect(notes({ links: [link] }, [statement], [{ ...target, responsibilities: [] }])[0]).toMatch(
      /^~ link 毛入园率: lacks lead 县教育局, /,
    );
    expect(notes({ links: [{ ...link, target: '新建水厂' }] }, [statement])).toEqual([
      '- link 新建水厂: no such target',
    ]);
    // One value of two is not enough.
    expect(notes({ links: [link] }, [statement], [target, { ...target, responsibilities: [] }])).toHaveLength(1);
  });

  it('tells what is wrong with units, and which are not implied', () => {
    const units = [{ name: '县教育局', fullName: '县教育局', level: 'county' }] as const;
    expect(notes({ units }, [statement])).toEqual([]);
    expect(notes({ units: [{ name: '县教育局', level: 'prefectural' }] }, [statement])).toEqual([
      '~ unit 县教育局: level "county"',
    ]);
    expect(notes({ units: [{ name: '县妇联' }] }, [statement])).toEqual(['- unit 县妇联']);
    expect(notes({ implied: ['各乡镇'] }, [statement])).toEqual(['- implied 各乡镇']);
    expect(notes({ implied: ['各乡镇'] }, [{ ...statement, implied: ['各乡镇'] }])).toEqual([]);
    expect(notes({}, [{ ...statement, implied: ['各乡镇'] }])).toEqual(['+ implied 各乡镇']);
  });
});
