import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explainer } from '../src/explain.js';
import { traceOf } from '../src/extract/trace.js';
import { explain, InputError } from '../src/index.js';
import { type PlanReading, readPlan } from '../src/pipeline.js';
import type { LineFound } from '../src/schema/explanation.js';
import { plan } from './setup/plan.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const fixtures = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/]source\.[a-z]+$/.test(name))
  .sort();

function linesOf({ structure }: PlanReading, ask: ReturnType<typeof explainer>): LineFound[] {
  return structure.lines.flatMap(({ number }) => {
    const told = ask({ line: number });
    return 'lines' in told ? [...told.lines] : [];
  });
}

async function readFixture(file: string): Promise<PlanReading | undefined> {
  return readPlan(readFileSync(file)).catch((error: unknown) => {
    if (error instanceof InputError) return undefined;
    throw error;
  });
}

it('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(50);
});

describe('every record and every number is accounted for', () => {
  it.each(fixtures)('%s', { timeout: 60_000 }, async (file) => {
    const reading = await readFixture(join(FIXTURES, file));
    if (!reading) return;
    const { document } = reading.parsed;
    const ask = explainer(reading);
    const trace = traceOf(reading.structure, document.meta);
    // Read again, the records are the same, in the order of their ids.
    expect(document.targets).toMatchObject(trace.targets.map(({ given }) => given.fields));
    expect(trace.deadlines.map(({ fields }) => fields.task)).toEqual(document.deadlines.map(({ task }) => task));
    expect(document.responsibilities).toMatchObject(trace.responsibilities.map(({ fields }) => fields));
    const lines = linesOf(reading, ask);
    expect(lines.map(({ text }) => text)).toEqual(reading.structure.lines.map(({ text }) => text));
    const told = { targets: new Set<string>(), deadlines: new Set<string>() };
    for (const { line, text, tokens } of lines) {
      const start = reading.structure.lines[line - 1]?.start ?? 0;
      let end = start;
      for (const token of tokens) {
        // 每年2月和8月 recurs twice: the second month stands inside the first expression.
        const inner = token.kind === 'time' && token.end <= end;
        expect(token.start, `${line}: ${token.text}`).toBeGreaterThanOrEqual(inner ? start : end);
        end = Math.max(end, token.end);
        expect(token.text).toBe(text.slice(token.column - 1, token.column - 1 + token.text.length));
        // What gave a record gives no reason, and the other way round.
        const gave = token.fate === 'target' || token.fate === 'deadline' || token.fate === 'baseline';
        expect([token.fate, token.why !== null], `${line}: ${token.text}`).toEqual([
          token.fate,
          !gave && !(token.kind === 'time' && token.binds.length > 0 && token.reason === null),
        ]);
        if (token.fate === 'target') for (const id of token.records) told.targets.add(id);
        if (token.fate === 'deadline') for (const id of token.records) told.deadlines.add(id);
      }
      const covered = (at: number): boolean => tokens.some((token) => token.start <= at && at < token.end);
      const loose = [...text.matchAll(/[\d０-９]/g)].filter((match) => !covered(start + match.index));
      expect(
        loose.map((match) => text.slice(match.index)),
        `line ${line}`,
      ).toEqual([]);
    }
    // Every target and deadline comes from a number or a time of some line.
    expect([...told.targets].sort()).toEqual(document.targets.map(({ id }) => id).sort());
    expect([...told.deadlines].sort()).toEqual(document.deadlines.map(({ id }) => id).sort());
    for (const { id, evidence } of [...document.targets, ...document.deadlines, ...document.responsibilities]) {
      const record = ask({ record: id });
      if (!('record' in record)) throw new Error(`${id}: no record told`);
      expect(record.id).toBe(id);
      expect(record.rule.finds, id).not.toBe('');
      expect(record.clause !== null || record.table !== null, id).toBe(true);
      if ('column' in evidence.source) expect(record.source.start).toBe(evidence.source.start);
      else expect(record.source.end).toBeGreaterThan(record.source.start);
      if (!id.startsWith('r'))
        expect(
          record.line.tokens.some(({ records }) => records.includes(id)),
          id,
        ).toBe(true);
    }
  });
});

describe('the library', () => {
  const bytes = new TextEncoder().encode(plan);

  it('explains records and lines', async () => {
    expect(await explain(bytes, { record: 't2' }, { path: 'plan.txt' })).toMatchObject({
      path: 'plan.txt',
      id: 't2',
      record: { indicator: '新建幼儿园', value: 6 },
      rule: { id: 'made' },
    });
    const told = await explain(bytes, { line: 6 });
    expect('lines' in told && told.lines.map(({ line, kind }) => [line, kind])).toEqual([[6, 'heading']]);
  });

  it.each([{ record: 't9' }, { record: '' }, { line: 0 }, { line: 1.5 }, { line: 99 }, { sourceLine: 99 }])(
    'refuses %j',
    async (question) => {
      await expect(explain(bytes, question)).rejects.toThrow(RangeError);
    },
  );
});
