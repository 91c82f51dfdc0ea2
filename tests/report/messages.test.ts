import { describe, expect, it } from 'vitest';
import { type AnyDiagnostic, diagnostic } from '../../src/core/diagnostic.js';
import { messageOf, toRecord } from '../../src/report/messages.js';
import { SAMPLES } from '../../src/report/samples.js';

const all = Object.entries(SAMPLES).map(([code, args]) => [code, { code, severity: 'warning', args }]) as unknown as [
  string,
  AnyDiagnostic,
][];

describe('messages', () => {
  it.each(all)('%s says what is wrong and what mends it, in one line', (_, found) => {
    const message = messageOf(found);
    expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    expect(message).not.toMatch(/[\r\n]/);
    expect(message).toMatch(/[;:]/);
    expect(message).not.toMatch(/\.$/);
  });

  it('counts in words', () => {
    expect(messageOf(diagnostic('encoding/replaced', 'warning', { name: 'big5', count: 1 }))).toMatch(
      /^1 character could/,
    );
    expect(messageOf(diagnostic('encoding/replaced', 'warning', { name: 'big5', count: 2 }))).toMatch(
      /^2 characters could/,
    );
  });

  it('become records, with the line only where there is one', () => {
    expect(toRecord(diagnostic('input/empty', 'error', {}))).toEqual({
      code: 'input/empty',
      severity: 'error',
      message: 'the file is empty; download it again',
    });
    expect(toRecord(diagnostic('table/uncertain', 'warning', { title: '表1' }, 7)).line).toBe(7);
  });
});
