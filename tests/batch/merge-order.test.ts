import { describe, expect, it } from 'vitest';
import { apart, type Listed, mergeOrder, type Part } from '../../src/batch/merge-order.js';
import { shardNamed, shardOf } from '../../src/batch/shard.js';

const doc = (path: string, at: number, more: Partial<Listed> = {}): Listed => ({
  path,
  position: [at, 0],
  sha256: `hash of ${path}`,
  read: true,
  ...more,
});

const run = (folder: string, documents: Listed[]): Part<Listed> => ({ folder, shard: null, documents });
const shard = (folder: string, index: number, of: number, documents: Listed[], list = 'one'): Part<Listed> => ({
  folder,
  shard: { index, of, list },
  documents,
});

const told = ({ documents }: ReturnType<typeof mergeOrder>) =>
  documents.map(({ folder, document }) => `${folder}/${document.path}`);

describe('the order of a merge', () => {
  const one = shard('s1', 1, 2, [doc('a', 0), doc('b', 1, { owner: 2 }), doc('c', 2)]);
  const two = shard('s2', 2, 2, [doc('a', 0, { owner: 1 }), doc('b', 1), doc('c', 2, { owner: 1 })]);

  it('is that of the whole for shards, however they are named', () => {
    expect(told(mergeOrder([one, two]))).toEqual(['s1/a', 's2/b', 's1/c']);
    expect(told(mergeOrder([two, one]))).toEqual(['s1/a', 's2/b', 's1/c']);
    expect(mergeOrder([one, two])).toMatchObject({ absent: [], missing: [], conflicts: [] });
  });

  it('is that of the arguments for runs over other inputs', () => {
    expect(told(mergeOrder([run('y', [doc('d', 0), doc('e', 1)]), one, run('x', [doc('f', 0)]), two]))).toEqual([
      ...['y/d', 'y/e', 's1/a', 's2/b', 's1/c', 'x/f'],
    ]);
  });

  it('goes by the document in a file of several, as numbers', () => {
    const rows = (folder: string, index: number, places: number[]) =>
      shard(
        folder,
        index,
        2,
        places.map((n) => doc(`t.csv#${n}`, 0, { position: [0, n] })),
      );
    expect(told(mergeOrder([rows('p', 1, [2, 10]), rows('q', 2, [0, 9])]))).toEqual([
      ...['q/t.csv#0', 'p/t.csv#2', 'q/t.csv#9', 'p/t.csv#10'],
    ]);
  });

  it('keeps shards of other lists apart', () => {
    const other = shard('o1', 1, 2, [doc('z', 0)], 'two');
    expect(told(mergeOrder([one, other, two]))).toEqual(['s1/a', 's2/b', 's1/c', 'o1/z']);
    expect(mergeOrder([one, other, two]).absent).toEqual(['2/2']);
  });

  it('tells shards and documents that are not there', () => {
    expect(mergeOrder([one])).toMatchObject({ absent: ['2/2'], missing: ['b'] });
    // A file that changed between two shards may be nobody's.
    const moved = shard('s2', 2, 2, [doc('a', 0, { owner: 1 }), doc('b', 1, { owner: 1 }), doc('c', 2, { owner: 1 })]);
    expect(mergeOrder([one, moved])).toMatchObject({ absent: [], missing: ['b'] });
  });
});

describe('the same path twice', () => {
  it('counts once with the same bytes, where it was first', () => {
    expect(told(mergeOrder([run('x', [doc('a', 0), doc('b', 1)]), run('y', [doc('b', 0), doc('c', 1)])]))).toEqual([
      ...['x/a', 'x/b', 'y/c'],
    ]);
  });

  it('is taken from the run that could read it, in the place of the one that could not', () => {
    const failed = run('x', [doc('a', 0, { read: false }), doc('u', 1, { read: false, sha256: null }), doc('b', 2)]);
    expect(told(mergeOrder([failed, run('y', [doc('a', 0), doc('u', 1)])]))).toEqual(['y/a', 'y/u', 'x/b']);
    expect(told(mergeOrder([run('y', [doc('a', 0)]), failed]))).toEqual(['y/a', 'x/u', 'x/b']);
  });

  it('is a conflict with other bytes, or the first or last of them', () => {
    const parts = [run('x', [doc('a', 0), doc('b', 1)]), run('y', [doc('a', 0, { sha256: 'other' }), doc('c', 1)])];
    expect(mergeOrder(parts).conflicts).toEqual([{ path: 'a', folders: ['x', 'y'] }]);
    expect(mergeOrder(parts, 'first').conflicts).toEqual([]);
    expect(told(mergeOrder(parts, 'first'))).toEqual(['x/a', 'x/b', 'y/c']);
    expect(told(mergeOrder(parts, 'last'))).toEqual(['x/b', 'y/a', 'y/c']);
  });
});

it('names of files are kept apart without regard to case', () => {
  expect(apart(['a.txt', 'b.txt', 'A.TXT', 'a.txt'])).toEqual(['a.txt', 'b.txt', 'A.TXT~2', 'a.txt~3']);
});

describe('shards', () => {
  it('are named by number and count', () => {
    expect(shardNamed('2/8')).toEqual({ index: 2, of: 8 });
    for (const wrong of ['0/2', '3/2', '1', '1/', '/2', '1/0', '01/2', '1/2/3', '-1/2', '1 / 2', ''])
      expect(shardNamed(wrong)).toBeNull();
  });

  it('share documents out by 48 bits of their hash', () => {
    expect(shardOf(`00000000000a${'f'.repeat(52)}`, 7)).toBe(4);
    expect(shardOf('f'.repeat(64), 1)).toBe(1);
  });
});
