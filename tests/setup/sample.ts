import type { Sums } from '../../src/report/sums.js';
import type { Document, Evidence } from '../../src/schema/model.js';

/** A cleaned text and the document that was read out of it, invented, with one record of every kind. */
export const sampleText = [
  '云岭县学前教育行动计划',
  '一、总体目标',
  '到2025年,毛入园率达到95%。(牵头单位:县教育局;责任单位:县财政局、县民政局)',
  '主要指标',
  '指标',
  '2025年',
  '在园幼儿(万人)',
  '1.45',
  '',
].join('\n');

function evidenceOf(quote: string, text = sampleText): Evidence {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const line = text.slice(0, start).split('\n').length;
  const column = start - text.lastIndexOf('\n', start);
  return { quote, start, end, line, source: { line, column, start, end } };
}

/** A department of the county. */
const unit = (name: string, unitId: string) =>
  ({ name, fullName: name, unitId, level: 'county', place: null, kind: 'department' }) as const;

export function sampleDocument(path = 'plans/a.html'): Document {
  return {
    schema: 'gongwen/document@1',
    source: {
      path,
      sha256: 'ab'.repeat(32),
      bytes: 420,
      format: 'html',
      encoding: { name: 'gb18030', via: 'detected', confidence: 0.99, replaced: 0 },
      script: 'simplified',
    },
    meta: {
      title: '云岭县学前教育行动计划',
      issuer: '云岭县人民政府',
      documentNumber: '云政发〔2022〕6号',
      indexNumber: null,
      writtenOn: '2022-10-10',
      publishedOn: null,
      url: null,
      period: { from: 2021, to: 2025 },
      region: '云岭县',
      regionLevel: 'county',
    },
    parts: [{ id: 'p1', kind: 'plan', title: null, lines: [1, 8], start: 0, end: sampleText.length }],
    sections: [
      {
        id: 's1',
        parent: null,
        level: 1,
        kind: 'heading',
        marker: '一',
        title: '总体目标',
        chain: '一',
        annex: 0,
        part: 'p1',
        lines: [2, 8],
        start: 12,
        end: sampleText.length,
      },
    ],
    tables: [
      {
        id: 'tb1',
        section: 's1',
        title: '主要指标',
        header: ['指标', '2025年'],
        columns: [
          { kind: 'label', year: null, state: null, unit: null },
          { kind: 'value', year: 2025, state: null, unit: null },
        ],
        rows: [['在园幼儿(万人)', '1.45']],
        lines: [4, 8],
      },
    ],
    targets: [
      {
        id: 't1',
        class: 'outcome',
        indicator: '毛入园率',
        indicatorId: null,
        comparator: 'eq',
        value: 95,
        valueMax: null,
        unit: '%',
        valueBase: 95,
        valueMaxBase: null,
        unitBase: '%',
        change: null,
        per: null,
        year: 2025,
        baseline: { value: 93.2, year: 2020 },
        baselineValueBase: 93.2,
        binding: 'expected',
        modality: 'firm',
        horizon: { year: 2025, basis: 'sentence' },
        deadline: 'd1',
        responsibilities: ['r1'],
        section: 's1',
        item: null,
        suspect: null,
        evidence: evidenceOf('到2025年,毛入园率达到95%'),
      },
    ],
    deadlines: [
      {
        id: 'd1',
        text: '到2025年',
        start: null,
        end: '2025-12-31',
        recurring: null,
        task: '毛入园率',
        responsibilities: ['r1'],
        section: 's1',
        item: null,
        suspect: null,
        evidence: evidenceOf('到2025年,毛入园率达到95%'),
      },
    ],
    responsibilities: [
      {
        id: 'r1',
        style: 'bracket',
        leads: ['县教育局'],
        partners: ['县财政局', '县民政局'],
        implied: [],
        units: [
          { ...unit('县教育局', 'education'), role: 'lead' },
          { ...unit('县财政局', 'finance'), role: 'partner' },
          { ...unit('县民政局', 'civil-affairs'), role: 'partner' },
        ],
        open: false,
        duty: null,
        basis: 'labelled',
        convention: null,
        scope: { start: 19, end: 37 },
        section: 's1',
        item: null,
        suspect: null,
        evidence: evidenceOf('(牵头单位:县教育局;责任单位:县财政局、县民政局)'),
      },
    ],
    conflicts: [],
    cleaning: { removed: [], repaired: [] },
    diagnostics: [
      { code: 'table/uncertain', severity: 'warning', message: 'rows were rebuilt', line: 4 },
      { code: 'encoding/low-confidence', severity: 'info', message: 'read as gb18030' },
    ],
  };
}

/** Nothing converted, no layout changed. */
export const noSums: Sums = {
  converted: { characters: 0, lines: 0 },
  layout: { blanks: 0, lineEnds: 0, invisible: 0 },
};
