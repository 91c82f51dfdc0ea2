import type { Deadline, Document, Responsibility, Section, Target, Unit } from '../../src/schema/model.js';

/** Documents made by hand: each record has all fields, and a test says those that matter. */

const evidence = {
  quote: '到2025年建成书屋12个',
  start: 0,
  end: 12,
  line: 1,
  source: { line: 1, column: 1, start: 0, end: 12 },
};

export function target(fields: Partial<Target> & { readonly id: string }): Target {
  const unit = fields.unit ?? '个';
  return {
    ...{ class: 'outcome', indicator: '书屋数', indicatorId: null, comparator: 'eq', value: 12, valueMax: null },
    ...{ unit, valueBase: fields.value ?? 12, valueMaxBase: null, unitBase: unit, change: null, per: null, year: 2025 },
    ...{ baseline: null, baselineValueBase: fields.baseline?.value ?? null, binding: null, modality: null },
    ...{ horizon: null, deadline: null, responsibilities: [], section: null, item: null, suspect: null, evidence },
    ...fields,
  };
}

export function deadline(fields: Partial<Deadline> & { readonly id: string }): Deadline {
  return {
    ...{ text: '到2025年', start: null, end: '2025-12-31', recurring: null, task: '建成书屋', responsibilities: [] },
    ...{ section: null, item: null, suspect: null, evidence },
    ...fields,
  };
}

export function unit(role: Unit['role'], name: string, fields: Partial<Unit> = {}): Unit {
  return { role, name, fullName: name, unitId: null, level: null, place: null, kind: 'department', ...fields };
}

export function responsibility(fields: Partial<Responsibility> & { readonly id: string }): Responsibility {
  const named = (role: Unit['role']): string[] =>
    (fields.units ?? []).filter((one) => one.role === role).map(({ name }) => name);
  return {
    ...{ style: 'bracket', leads: named('lead'), partners: named('partner'), implied: named('implied'), units: [] },
    ...{ open: false, duty: null, basis: 'labelled', convention: null, scope: { start: 0, end: 12 } },
    ...{ section: null, item: null, suspect: null, evidence },
    ...fields,
  };
}

export function section(fields: Partial<Section> & { readonly id: string }): Section {
  return {
    ...{ parent: null, level: 1, kind: 'heading', marker: '一', title: '建设书屋', chain: '一', annex: 0, part: 'p1' },
    ...{ lines: [1, 1], start: 0, end: 12 },
    ...fields,
  };
}

export function documentOf(fields: Partial<Document> = {}): Document {
  return {
    schema: 'gongwen/document@1',
    source: {
      ...{ path: 'plans/a.txt', sha256: '0'.repeat(64), bytes: 36, format: 'text', script: 'simplified' },
      encoding: { name: 'utf-8', via: 'valid-utf8', confidence: 1, replaced: 0 },
    },
    meta: {
      ...{ title: '青岚县书屋规划', issuer: null, documentNumber: null, indexNumber: null, writtenOn: null },
      ...{ publishedOn: null, url: null, period: null, region: '青岚县', regionLevel: 'county' },
    },
    parts: [{ id: 'p1', kind: 'plan', title: '青岚县书屋规划', lines: [1, 1], start: 0, end: 12 }],
    ...{ sections: [], tables: [], targets: [], deadlines: [], responsibilities: [], conflicts: [] },
    cleaning: { removed: [], repaired: [] },
    diagnostics: [],
    ...fields,
  };
}
