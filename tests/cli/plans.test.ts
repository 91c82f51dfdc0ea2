import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type PlanFlags, type PlanOrFailure, plansOf } from '../../src/cli/plans.js';
import { parse } from '../../src/index.js';
import type { Document } from '../../src/schema/model.js';
import { folderWith } from '../setup/folder.js';
import { gongwen } from '../setup/gongwen.js';
import { silentTerminal } from '../setup/terminal.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const bytes = readFileSync(join(FIXTURES, 'text/health-plan/source.txt'));
const { document, text } = await parse(bytes, { path: 'plan.txt' });
const json = JSON.stringify(document);

async function read(cwd: string, paths: readonly string[], flags: PlanFlags = {}): Promise<PlanOrFailure[]> {
  const plans: PlanOrFailure[] = [];
  for await (const plan of plansOf(paths, flags, silentTerminal(cwd))) plans.push(plan);
  return plans;
}

const shown = (plans: readonly PlanOrFailure[]): string[] =>
  plans.map((plan) => ('failure' in plan ? `${plan.path} ${plan.failure.code}` : `${plan.path} ${plan.text !== null}`));

describe('plans for commands that work on records', () => {
  it('are read from files, in the order of the arguments, and what fails stands in its place', async () => {
    const cwd = folderWith({ 'b.txt': bytes, 'a.txt': bytes, 'empty.txt': '' });
    const plans = await read(cwd, ['b.txt', 'empty.txt', 'a.txt']);
    expect(shown(plans)).toEqual(['b.txt true', 'empty.txt input/empty', 'a.txt true']);
    expect(plans[0]).toMatchObject({ text, document: { source: { path: 'b.txt' }, targets: document.targets } });
  });

  it('are taken from JSON and JSON Lines, with the text of the source where it is as it was', async () => {
    const gone = JSON.stringify({ ...document, source: { ...document.source, path: 'gone.txt' } });
    const cwd = folderWith({
      'plan.txt': bytes,
      'x.json': json,
      'all.jsonl': `${gone}\n\n${json}\n`,
      'in.json': `[${json}]`,
    });
    expect(shown(await read(cwd, ['x.json', 'all.jsonl', 'in.json']))).toEqual([
      'plan.txt true',
      'gone.txt false',
      'plan.txt true',
      'plan.txt true',
    ]);
    writeFileSync(join(cwd, 'plan.txt'), `${bytes.toString()}又一行。`);
    expect(shown(await read(cwd, ['x.json']))).toEqual(['plan.txt false']);
  });

  it('hold the sign that is a line end to some and none to JSON', async () => {
    const told = { code: 'x', severity: 'info', message: 'a\u2028b' } as const;
    const cwd = folderWith({ 'a.jsonl': `${JSON.stringify({ ...document, diagnostics: [told] })}\n${json}\n` });
    expect(shown(await read(cwd, ['a.jsonl']))).toEqual(['plan.txt false', 'plan.txt false']);
  });

  it('find sources in the folder that is named', async () => {
    const cwd = folderWith({ 'x.json': json, 'sources/plan.txt': bytes });
    expect(shown(await read(cwd, ['x.json']))).toEqual(['plan.txt false']);
    expect(shown(await read(cwd, ['x.json'], { source: 'sources' }))).toEqual(['plan.txt true']);
  });

  it('find texts in which something was kept, where that is said again', async () => {
    const page = Buffer.from(`${bytes.toString()}\n版权所有:某某网 网站地图 联系我们\n`);
    const kept = await parse(page, { path: 'plan.txt', keep: ['footer', 'navigation'] });
    const plain = await parse(page, { path: 'plan.txt' });
    expect(kept.text).not.toBe(plain.text);
    const cwd = folderWith({ 'x.json': JSON.stringify(kept.document), 'plan.txt': page });
    const [plan] = await read(cwd, ['x.json'], { keep: ['footer', 'navigation'] });
    expect(plan && 'text' in plan && plan.text).toBe(kept.text);
  });

  it('refuse documents that were damaged, and read the others', async () => {
    const broken: Document = { ...document, targets: [{ ...document.targets[0], value: 'x' } as never] };
    const cwd = folderWith({ 'a.jsonl': `${JSON.stringify(broken)}\n{"schema":"gongwen/document@1"\n${json}\n` });
    const plans = await read(cwd, ['a.jsonl']);
    expect(shown(plans)).toEqual(['a.jsonl#1 stored/damaged', 'a.jsonl#2 stored/damaged', 'plan.txt false']);
    expect('failure' in (plans[0] ?? {}) && JSON.stringify(plans[0])).toMatch(/targets\[0\]\.value/);
  });

  it('are taken from the folder of a run with their texts, corrected where somebody has corrected them', async () => {
    const cwd = folderWith({ 'in/plan.txt': bytes, 'in/empty.txt': '' });
    await gongwen(['extract', 'in', '-o', 'out', '--format', 'json'], { cwd });
    rmSync(join(cwd, 'in'), { recursive: true });
    expect(shown(await read(cwd, ['out/']))).toEqual(['in/empty.txt input/empty', 'in/plan.txt true']);
    const file = join(cwd, 'out/plan.txt.json');
    const corrected = JSON.parse(readFileSync(file, 'utf8')) as { targets: { value: number }[] };
    if (corrected.targets[0]) corrected.targets[0].value = 12345;
    writeFileSync(file, JSON.stringify(corrected));
    const [, plan] = await read(cwd, ['out']);
    expect(plan && 'document' in plan && plan.document.targets[0]?.value).toBe(12345);
  });
});
