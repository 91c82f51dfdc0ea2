import { describe, expect, it } from 'vitest';
import { addTo, countsOf, diagnosticLine, noTotals, summaryLine, totalsTable } from '../../src/report/text.js';
import { sampleDocument } from '../setup/sample.js';

describe('diagnosticLine', () => {
  const found = { code: 'table/uncertain', severity: 'warning', message: 'look at it', line: 7 } as const;

  it('is what compilers write', () => {
    expect(diagnosticLine('a.txt', found)).toBe('a.txt:7: warning look at it [table/uncertain]');
  });

  it('goes without a line where there is none', () => {
    const { line: _, ...rest } = found;
    expect(diagnosticLine('a.txt', rest)).toBe('a.txt: warning look at it [table/uncertain]');
  });

  it('stays one line and sends nothing to the terminal', () => {
    const line = diagnosticLine('a\nb.txt', { ...found, message: 'x\r\n\u001b[31my' });
    expect(line).toBe('a b.txt:7: warning x [31my [table/uncertain]');
  });
});

describe('summaryLine', () => {
  it('counts what was found', () => {
    expect(summaryLine('a.txt', countsOf(sampleDocument()))).toBe(
      'a.txt: 1 section, 1 table, 1 target, 1 deadline, 1 responsibility, 1 warning',
    );
  });
});

const counts = countsOf(sampleDocument());

describe('totalsTable', () => {
  it('adds up', () => {
    const totals = addTo(addTo(addTo(noTotals, counts), null), counts);
    const lines = totalsTable(totals).split('\n');
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'total',
      'plans 2',
      'failed 1',
      'sections 2',
      'tables 2',
      'targets 2',
      'deadlines 2',
      'responsibilities 2',
      'conflicts 0',
      'warnings 2',
    ]);
    expect(new Set(lines.slice(1).map((line) => line.length)).size).toBe(1);
  });

  it('does not speak of failures where there are none', () => {
    expect(totalsTable(addTo(noTotals, counts))).not.toContain('failed');
  });
});
