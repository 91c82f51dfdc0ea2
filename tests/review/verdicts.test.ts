import { describe, expect, it } from 'vitest';
import { parse } from '../../src/index.js';
import { foundIn } from '../../src/review/client/app.js';
import {
  CORRECTABLE,
  correctionOf,
  discordIn,
  type FieldForm,
  filledIn,
  shownValue,
} from '../../src/review/client/correction.js';
import { parseVerdicts, VerdictFileError, verdictsText } from '../../src/review/client/verdict-file.js';
import { type Keeper, openVerdicts, settled } from '../../src/review/client/verdict-store.js';
import { type Verdict, verdicts as verdictsModel } from '../../src/schema/verdicts.js';
import { plan } from '../setup/plan.js';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const verdictOf = (id: string, verdict: Verdict['verdict'] = 'accepted', quote = id): Verdict => ({
  ...{ kind: 'targets', id, verdict, record: { indicator: `指标${id}`, quote } },
});

/** A browser's store that remembers, or refuses. */
function memory(refuses = false): Keeper & { readonly held: Map<string, readonly Verdict[]> } {
  const held = new Map<string, readonly Verdict[]>();
  return {
    held,
    load: (sha256) => held.get(sha256) ?? null,
    save: (sha256, list) => !refuses && Boolean(held.set(sha256, list)),
  };
}

const documents = [
  { path: 'a.txt', sha256: A },
  { path: 'b.txt', sha256: B },
];

describe('verdicts', () => {
  it('are kept by document, undone one by one, and counted until they are exported', () => {
    const keeper = memory();
    const store = openVerdicts(documents, keeper);
    store.set(A, 'targets', 't1', verdictOf('t1'));
    store.set(A, 'targets', 't1', verdictOf('t1', 'rejected'));
    store.set(B, 'targets', 't1', verdictOf('t1'));
    expect(store.get(A, 'targets', 't1')?.verdict).toBe('rejected');
    expect(store.unexported()).toBe(3);
    expect(store.undo()).toEqual({ sha256: B, key: 'targets/t1' });
    expect(store.get(B, 'targets', 't1')).toBeNull();
    store.undo();
    expect(store.get(A, 'targets', 't1')?.verdict).toBe('accepted');
    expect(openVerdicts(documents, keeper).get(A, 'targets', 't1')?.verdict).toBe('accepted');
    store.markExported();
    expect(store.unexported()).toBe(0);
    store.undo();
    expect(store.undo()).toBeNull();
  });

  it('live in the page alone where the browser keeps nothing', () => {
    const store = openVerdicts(documents, memory(true));
    store.set(A, 'targets', 't1', verdictOf('t1'));
    expect({ kept: store.kept(), there: store.get(A, 'targets', 't1') !== null }).toEqual({ kept: false, there: true });
  });

  it('make a file that the model accepts, the same for the same verdicts in any order', () => {
    const [one, two] = [openVerdicts(documents, memory()), openVerdicts(documents, memory())];
    for (const id of ['t2', 't10', 't1']) one.set(A, 'targets', id, verdictOf(id));
    for (const id of ['t1', 't2', 't10']) two.set(A, 'targets', id, verdictOf(id));
    expect(verdictsText(one.all())).toBe(verdictsText(two.all()));
    const file = verdictsModel.parse(JSON.parse(verdictsText(one.all())));
    expect(file.documents[0]?.verdicts.map(({ id }) => id)).toEqual(['t1', 't2', 't10']);
  });

  it('go on from a file, and keep what it says of other documents', () => {
    const first = openVerdicts([...documents, { path: 'c.txt', sha256: 'c'.repeat(64) }], memory());
    first.set(A, 'targets', 't1', verdictOf('t1', 'rejected'));
    first.set('c'.repeat(64), 'targets', 't1', verdictOf('t1'));
    const text = verdictsText(first.all());
    const second = openVerdicts(documents, memory());
    expect(second.take(parseVerdicts(text).documents)).toEqual({ here: 1, elsewhere: 1 });
    expect(second.get(A, 'targets', 't1')?.verdict).toBe('rejected');
    expect(verdictsText(second.all())).toBe(text);
  });

  it.each([
    ['no JSON', '{', 'import.noJson'],
    ['something else', '{"schema":"gongwen/document@1"}', 'import.noVerdicts'],
    [
      'a verdict that there is not',
      `{"schema":"gongwen/verdicts@1","documents":[{"path":"a","sha256":"${A}","verdicts":[{"kind":"targets","id":"t1","verdict":"maybe","record":{}}]}]}`,
      'import.badDocument',
    ],
  ])('refuse %s', (_, text, word) => {
    expect(() => parseVerdicts(text)).toThrow(VerdictFileError);
    expect(() => parseVerdicts(text)).toThrow(word);
  });

  it('follow their records when ids move, and are of none when those are gone', () => {
    const fields = (quote: string, id: string) => ({
      id,
      fields: { indicator: `指标${quote}`, quote, ledBy: ['县教育局'] },
    });
    const found = { targets: [fields('t2', 't1'), fields('t9', 't2')], deadlines: [], responsibilities: [] };
    const { verdicts, lost } = settled([verdictOf('t1'), verdictOf('t2')], found);
    expect(verdicts.map(({ id, record }) => [id, record.quote])).toEqual([['t1', 't2']]);
    expect(lost.map(({ id }) => id)).toEqual(['t1']);
    const store = openVerdicts(documents, memory());
    store.set(A, 'targets', 't1', verdictOf('t1'));
    store.set(A, 'targets', 't2', verdictOf('t2'));
    expect(store.settle(A, found)).toBe(1);
    expect(store.get(A, 'targets', 't2')).toBeNull();
    expect(store.all()[0]?.verdicts).toHaveLength(2);
  });
});

describe('a correction', () => {
  const formOf = (kind: keyof typeof CORRECTABLE, name: string) =>
    CORRECTABLE[kind].find((field) => field.name === name) as FieldForm;

  it('of nothing is empty: every field comes back as it was found', async () => {
    const { document } = await parse(new TextEncoder().encode(plan));
    const found = foundIn(document);
    expect(found.size).toBeGreaterThan(5);
    for (const [key, fields] of found) {
      const kind = key.split('/')[0] as keyof typeof CORRECTABLE;
      const wanted = CORRECTABLE[kind].map((field) => {
        const filled = filledIn(field, shownValue(fields[field.name]));
        expect(filled, `${key} ${field.name}`).toHaveProperty('value');
        const value = 'value' in filled ? filled.value : undefined;
        return [field.name, field.form === 'choice' && value === '' ? null : value] as const;
      });
      expect(correctionOf(fields, Object.fromEntries(wanted)), key).toEqual({});
    }
  });

  it.each<[string, string, unknown]>([
    ['value', '1,234.5', 1234.5],
    ['value', '−3', -3],
    ['value', '８５．５', 85.5],
    ['baseline', '80（2022年）', { value: 80, year: 2022 }],
    ['valueMax', '', null],
    ['year', '2025', 2025],
    ['baseline', '93.2（2020）', { value: 93.2, year: 2020 }],
    ['baseline', '', null],
    ['unit', '', ''],
    ['per', '', null],
    ['ledBy', '县教育局、县财政局\n县发展改革局', ['县教育局', '县财政局', '县发展改革局']],
  ])('reads %s "%s"', (name, text, value) => {
    expect(filledIn(formOf('targets', name), text)).toEqual({ value });
  });

  it.each([
    ['value', '', 'problem.empty'],
    ['value', '1e9', 'problem.number'],
    ['year', '25', 'problem.year'],
    ['baseline', 'x', 'problem.baseline'],
    ['indicator', ' ', 'problem.empty'],
  ])('refuses %s "%s"', (name, text, problem) => {
    expect(filledIn(formOf('targets', name), text)).toEqual({ problem });
  });

  it.each([
    ['end', '2025-02-30', false],
    ['end', '2025-13-01', false],
    ['end', '--02-29', true],
    ['start', '2025-12-31', true],
  ])('knows whether there is a day: %s "%s"', (name, text, fine) => {
    const expected = fine ? { value: text } : { problem: 'problem.date' };
    expect(filledIn(formOf('deadlines', name), text)).toEqual(expected);
  });

  it.each([
    ['targets', { comparator: 'range', value: 85, valueMax: null }, 'valueMax'],
    ['targets', { comparator: 'range', value: 85, valueMax: 80 }, 'valueMax'],
    ['targets', { comparator: 'ge', value: 85, valueMax: 90 }, 'valueMax'],
    ['targets', { comparator: 'ge', value: 85, valueMax: null }, undefined],
    ['targets', { comparator: 'range', value: 85, valueMax: 90, section: '九' }, 'section'],
    ['deadlines', { start: '2025-01-01', end: '2024-12-31' }, 'end'],
    ['deadlines', { start: '--11-01', end: '--03-31' }, undefined],
    ['responsibilities', { leads: [], partners: [], open: false }, 'leads'],
    ['responsibilities', { leads: [], partners: [], open: true }, undefined],
    ['responsibilities', { leads: ['县教育局'], partners: ['县教育局'] }, 'partners'],
    ['responsibilities', { leads: ['县教育局', '县教育局'] }, 'leads'],
  ] as const)('of %s with %j is refused at %s', (kind, fields, name) => {
    expect(discordIn(kind, { section: '一', ...fields }, new Set(['一', '二']))?.name).toBe(name);
  });

  it('finds nothing amiss with records as they are found', async () => {
    const { document } = await parse(new TextEncoder().encode(plan));
    const chains = new Set(document.sections.map(({ chain }) => chain));
    for (const [key, fields] of foundIn(document))
      expect(discordIn(key.split('/')[0] as keyof typeof CORRECTABLE, fields, chains), key).toBeNull();
  });

  it('gives only what is to be otherwise', () => {
    const found = { indicator: '入园率', value: 95, valueMax: null, quote: '达到95%' };
    expect(correctionOf(found, { indicator: '入园率', value: 96, valueMax: null, quote: '达到95%' })).toEqual({
      value: 96,
    });
  });
});
