import { describe, expect, it } from 'vitest';
import { linesText } from '../../src/report/explain-line.js';
import { recordText } from '../../src/report/explain-record.js';
import { columnsOf, plainPaper } from '../../src/report/paper.js';
import type { LineFound, RecordFound } from '../../src/schema/explanation.js';
import { linePlace } from '../setup/place.js';
import { sampleDocument, sampleText } from '../setup/sample.js';

const document = sampleDocument();
const text = sampleText.split('\n')[2] ?? '';
const start = sampleText.indexOf(text);

const line: LineFound = {
  line: 3,
  text,
  source: [3, 5],
  section: { id: 's1', chain: '一', title: '总体目标', role: 'goal', roleFrom: 's1' },
  kind: 'text',
  table: null,
  tokens: [
    {
      kind: 'time',
      text: '到2025年',
      start,
      end: start + 6,
      column: 1,
      read: {
        ...{ from: null, to: '2025-12-31', year: 2025, recurring: null },
        ...{ limit: true, status: false, relative: false, implied: false },
      },
      fate: 'deadline',
      reason: null,
      why: null,
      records: ['d1'],
      binds: ['t1'],
    },
    {
      kind: 'number',
      text: '95%',
      start: start + 13,
      end: start + 16,
      column: 14,
      read: { value: 95, valueMax: null, unit: '%', measures: 'rate', comparator: 'ge' },
      fate: 'target',
      reason: null,
      why: null,
      rule: 'level',
      records: ['t1'],
    },
  ],
};

const [target] = document.targets;
if (!target) throw new Error('the sample has a target');
const record: RecordFound = {
  id: 't1',
  record: target,
  line,
  source: { ...linePlace(target.evidence), last: { line: 3, column: 17 } },
  section: line.section,
  item: null,
  clause: '毛入园率达到95%',
  rule: { id: 'level', finds: 'a state that is to be reached' },
  taken: [{ field: 'year', value: '2025', from: '“到2025年” at character 1 of the line' }],
  table: null,
};

describe('linesText', () => {
  it('tells text, section and tokens, each with what became of it', () => {
    expect(linesText({ lines: [line], removed: [] }, document, plainPaper).split('\n')).toEqual([
      'line 3; lines 3-5 of the original',
      'section: 一 总体目标 (s1), read as goals',
      '',
      `  ${text}`,
      '',
      '  到2025年  until 2025-12-31     d1; gives 2025 to t1',
      '  95%       at least 95% (rate)  t1 毛入园率 (rule level)',
      '',
    ]);
  });

  it('tells what was removed, and that nothing came from a line', () => {
    const removed = [{ reason: 'spam', why: 'phrases for search engines', text: '广告\n广告' }];
    expect(linesText({ lines: [], removed }, document, plainPaper)).toBe(
      'removed as spam (phrases for search engines)\n  广告 广告\n',
    );
    expect(linesText({ lines: [], removed: [] }, document, plainPaper)).toBe(
      'nothing of the text came from this line\n',
    );
  });

  it('keeps to the width of a terminal, and obeys no file', () => {
    const paper = { ...plainPaper, columns: 40 };
    const hostile = { ...line, text: `${text}\u001b[31m`, section: { ...line.section, title: '目\u202e标' } as never };
    for (const told of [
      linesText({ lines: [hostile], removed: [] }, document, paper),
      recordText(record, document, paper),
    ]) {
      expect(told).not.toMatch(/[\u001b\u202e]/);
      for (const row of told.split('\n')) expect(columnsOf(row)).toBeLessThanOrEqual(40);
    }
  });
});

describe('recordText', () => {
  it('tells how a record came about', () => {
    expect(recordText(record, document, plainPaper).split('\n')).toEqual([
      't1 毛入园率 = 95% (outcome, 2025)',
      '',
      `line      3: ${text}`,
      expect.stringMatching(/^original {2}line 3, column 1 to 16$/),
      'section   一 总体目标 (s1), read as goals',
      'clause    毛入园率达到95%',
      'rule      level: a state that is to be reached',
      'taken     year 2025: “到2025年” at character 1 of the line',
      'deadline  d1',
      'led by    r1 县教育局; with 县财政局、县民政局 (labelled)',
      '',
      '  到2025年  until 2025-12-31     d1; gives 2025 to t1',
      '  95%       at least 95% (rate)  t1 毛入园率 (rule level)',
      '',
    ]);
  });

  it('tells who does a record, and what a statement governs', () => {
    const more = structuredClone(document);
    const [statement] = more.responsibilities;
    if (!statement) throw new Error('the sample has a statement');
    more.responsibilities[0] = { ...statement, implied: ['各乡镇人民政府'], open: true };
    more.responsibilities.push({ ...statement, id: 'r2', leads: ['县妇联'], partners: [], basis: 'sole' });
    const both = { ...target, responsibilities: ['r2', 'r1'] };
    more.targets[0] = both;
    const told = recordText({ ...record, record: both }, more, plainPaper).split('\n');
    expect(told.filter((row) => /^led by|^ {10}r/.test(row))).toEqual([
      'led by    r2 县妇联 (sole)',
      '          r1 县教育局; with 县财政局、县民政局、各乡镇人民政府 and others (labelled)',
    ]);
    const governs = (id: number): string | undefined => {
      const duty = more.responsibilities[id];
      if (!duty) throw new Error('no statement');
      const rows = recordText({ ...record, record: duty }, more, plainPaper).split('\n');
      return rows.find((row) => row.startsWith('governs'));
    };
    expect(governs(0)).toBe('governs   t1 毛入园率, d1 到2025年');
    expect(governs(1)).toBe('governs   t1 毛入园率');
    for (let i = 2; i < 12; i++) more.targets.push({ ...both, id: `t${i}` });
    expect(governs(1)).toMatch(/, t8 毛入园率 and 3 more$/);
    for (const one of more.targets) one.responsibilities = [];
    expect(governs(1)).toBeUndefined();
  });

  it('of a long line shows what stands around the record', () => {
    const long = { ...record, line: { ...line, text: text + '某'.repeat(3000) } };
    const shown = recordText(long, document, plainPaper);
    expect(shown).toContain('…\n');
    expect(shown.length).toBeLessThan(900);
  });
});
