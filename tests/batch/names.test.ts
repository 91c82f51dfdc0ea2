import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputNames } from '../../src/batch/names.js';

describe('outputNames', () => {
  it.each<[string[], string[]]>([
    [['a.txt'], ['a.txt']],
    [['/data/plans/a.txt'], ['a.txt']],
    [
      ['plans/a.txt', 'plans/a.html'],
      ['a.txt', 'a.html'],
    ],
    [
      ['plans/2021/a.txt', 'plans/2022/a.txt'],
      ['2021__a.txt', '2022__a.txt'],
    ],
    [
      ['plans/a.txt', '-'],
      ['a.txt', 'stdin'],
    ],
    [
      ['../../etc/a.txt', 'b/../c.txt'],
      ['etc__a.txt', 'b__c.txt'],
    ],
    [
      ['x/a.txt', 'x/A.txt', 'x/a.TXT'],
      ['a.txt', 'A.txt~2', 'a.TXT~3'],
    ],
    [
      ['a/b.txt', 'a__b.txt'],
      ['a__b.txt', 'a__b.txt~2'],
    ],
    [['-'], ['stdin']],
    [['manifest'], ['manifest~2']],
    [['datapackage'], ['datapackage~2']],
    [['con.txt'], ['_con.txt']],
    [['a:b?.txt'], ['a_b_.txt']],
    [['.hidden'], ['_hidden']],
    [['..'], ['plan']],
    [[], []],
  ])('of %j are %j', (paths, names) => {
    expect(outputNames(paths)).toEqual(names);
  });

  it('are never equal, never a path and never too long', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'A',
        'é',
        'e\u0301',
        'con',
        'a.txt',
        '规划'.repeat(60),
        '\ud800',
        'a\nb',
        '-',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 8 }), (paths) => {
        const names = outputNames(paths);
        expect(names).toHaveLength(paths.length);
        expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
          expect(Buffer.byteLength(name)).toBeLessThan(200);
        }
      }),
    );
  });
});
