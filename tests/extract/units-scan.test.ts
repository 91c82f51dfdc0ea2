import { describe, expect, it } from 'vitest';
import { unitsAt } from '../../src/extract/units.js';
import { NO_NAMES, SCANNED } from './unit-scan-cases.js';

/** The name that begins a text, or null. */
const nameAt = (text: string, from = 0): string | null => {
  const end = unitsAt(text, from);
  return end === undefined ? null : text.slice(from, end);
};

describe('the name of an office at a place of running text', () => {
  it.each(SCANNED)('%s|%s', (name, rest) => {
    expect(nameAt(name + rest)).toBe(name);
  });

  it.each(SCANNED.map(([name, rest]) => [name + rest]))('counts from where it is told: 会同%s', (text) => {
    expect(nameAt(`会同${text}`, 2)).toBe(nameAt(text));
  });

  it.each(NO_NAMES)('%s begins with none', (text) => {
    expect(nameAt(text)).toBe(null);
  });
});

it('is not slower in a longer text', () => {
  const line = '县水务局负责水库管护。'.repeat(20_000);
  expect(nameAt(line, line.length - 11)).toBe('县水务局');
  expect(nameAt('县'.repeat(20_000))).toBe(null);
  expect(nameAt(`各${'(县、'.repeat(9_000)}`)).toBe(null);
});
