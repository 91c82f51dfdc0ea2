import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyStage, type Draft, defineStage, type Mark, startDraft } from '../../src/core/draft.js';
import { type Edit, remove, repair } from '../../src/core/edits.js';
import { type Cell, cellsOf, chains, editCells, editsOf, type Recipe, texts } from './chain.js';

const stage = (edits: (text: string) => Edit[], id = 'test') => defineStage({ id, edits: ({ text }) => edits(text) });

const link = (start: number, end: number): Mark => ({ kind: 'link', start, end });
const cell = (start: number, end: number): Mark => ({
  kind: 'cell',
  cell: { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1, head: false },
  start,
  end,
});

describe('applyStage', () => {
  it('leaves no trace where a stage has nothing to say, or only what is there already', () => {
    const draft = startDraft('全县规划');
    expect(
      applyStage(
        draft,
        stage(() => []),
      ),
    ).toBe(draft);
    expect(
      applyStage(
        draft,
        stage(() => [repair(0, 2, '全县', 'test')]),
      ),
    ).toBe(draft);
  });

  it('records every change with its stage, its cause and its place in the decoded original', () => {
    const first = applyStage(
      startDraft('??全縣規劃'),
      stage(() => [remove(0, 2, 'spam')], 'one'),
    );
    const second = applyStage(
      first,
      stage(() => [repair(2, 4, '规划', 'two')], 'two'),
    );
    expect(second.text).toBe('全縣规划');
    expect(second.decoded).toBe('??全縣規劃');
    expect(second.changes.map(({ stage: id, before, start, end }) => ({ id, before, start, end }))).toEqual([
      { id: 'one', before: '??', start: 0, end: 2 },
      { id: 'two', before: '規劃', start: 4, end: 6 },
    ]);
  });

  it('lists the changes of a stage in the order of their places', () => {
    const draft = applyStage(
      startDraft('abcd'),
      stage(() => [remove(3, 4, 'spam'), remove(0, 1, 'spam')]),
    );
    expect(draft.changes.map((change) => change.before)).toEqual(['a', 'd']);
  });

  it('does not change the draft that it was given', () => {
    const draft = startDraft('abcd');
    applyStage(
      draft,
      stage(() => [remove(0, 2, 'spam')]),
    );
    expect([draft.text, draft.changes.length, draft.map.length]).toEqual(['abcd', 0, 4]);
  });
});

describe('marks', () => {
  const moved = (text: string, marks: Mark[], edits: Edit[]): [string, string[]] => {
    const draft = applyStage(
      { ...startDraft(text), marks },
      stage(() => edits),
    );
    return [draft.text, draft.marks.map((mark) => draft.text.slice(mark.start, mark.end))];
  };
  const changed: Edit = { start: 1, end: 3, text: '规划', cause: { kind: 'script' }, aligned: true };

  it.each<[string, string, Mark[], Edit[], string[]]>([
    ['stay where nothing is edited', '全县规划', [link(2, 4)], [], ['规划']],
    ['move with text removed before', '?全县规划', [link(3, 5)], [remove(0, 1, 'spam')], ['规划']],
    ['stay with text removed behind', '全县规划?', [link(0, 2)], [remove(4, 5, 'spam')], ['全县']],
    ['shrink with text removed inside', '全?县规划', [link(0, 3)], [remove(1, 2, 'spam')], ['全县']],
    ['shrink at their start', '?全县规划', [link(0, 3)], [remove(0, 1, 'spam')], ['全县']],
    ['shrink at their end', '全县?规划', [link(0, 3)], [remove(2, 3, 'spam')], ['全县']],
    ['do not take in text inserted before', '全县规划', [link(2, 4)], [repair(2, 2, '新', 'test')], ['规划']],
    ['follow aligned text character by character', '一規劃案', [link(2, 4)], [changed], ['划案']],
    ['go when their text goes', '首页全县', [link(0, 2)], [remove(0, 2, 'navigation')], []],
    // An empty cell keeps its place in the grid.
    [
      'of emptied cells stay as empty cells',
      '首页全县',
      [cell(0, 2), cell(2, 4)],
      [remove(0, 2, 'spam')],
      ['', '全县'],
    ],
  ])('%s', (_, text, marks, edits, expected) => {
    expect(moved(text, marks, edits)[1]).toEqual(expected);
  });
});

interface Run {
  readonly draft: Draft;
  readonly cells: readonly Cell[];
}

/** Stages that edit as the recipes say; every second one says that it repairs. */
function run(source: string, passes: readonly (readonly Recipe[])[], marks: Mark[] = []): Run {
  let draft: Draft = { ...startDraft(source), marks };
  let cells: Cell[] = cellsOf(source);
  passes.forEach((recipes, i) => {
    const edits = editsOf(draft.text, recipes).filter((e) => draft.text.slice(e.start, e.end) !== e.text);
    draft = applyStage(
      draft,
      stage(() => edits, `stage-${i}`),
    );
    cells = editCells(cells, edits, source.length);
  });
  return { draft, cells };
}

describe('after any chain of stages', () => {
  it('every character of the original is still there, or a change with a cause covers it', () => {
    fc.assert(
      fc.property(texts, chains, (source, passes) => {
        const { draft, cells } = run(source, passes);
        expect(cells.map((c) => c.character).join('')).toBe(draft.text);
        const kept = new Set(cells.filter((c) => c.kept).map((c) => c.start));
        for (let i = 0; i < source.length; i++) {
          if (kept.has(i)) continue;
          const change = draft.changes.find((c) => c.start <= i && i < c.end);
          expect(change?.edit.cause.kind, `character ${i}`).toBeDefined();
          expect(change?.stage).toMatch(/^stage-\d$/);
        }
      }),
    );
  });

  it('a character that nobody touched stays under its mark, and no other comes under it', () => {
    fc.assert(
      fc.property(texts, chains, fc.nat(30), fc.nat(30), (source, passes, a, b) => {
        const [start, end] = [Math.min(a, b, source.length), Math.min(Math.max(a, b), source.length)];
        if (start === end) return;
        const { draft, cells } = run(source, passes, [link(start, end)]);
        const mark = draft.marks[0];
        cells.forEach((c, i) => {
          if (!c.kept) return;
          const marked = mark !== undefined && mark.start <= i && i < mark.end;
          expect(marked, `character ${c.start} of the original`).toBe(start <= c.start && c.start < end);
        });
      }),
    );
  });

  it('marks lie inside the text and never cross', () => {
    fc.assert(
      fc.property(
        texts,
        chains,
        fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 }),
        (source, passes, pairs) => {
          // Cells side by side, as a page gives them.
          const cuts = [...new Set(pairs.flat().map((at) => Math.min(at, source.length)))].sort((a, b) => a - b);
          const marks = cuts.slice(1).map((at, i) => cell(cuts[i] ?? 0, at));
          const { draft } = run(source, passes, marks);
          let at = 0;
          expect(draft.marks.length).toBe(marks.length);
          for (const mark of draft.marks) {
            expect(mark.start).toBeGreaterThanOrEqual(at);
            expect(mark.end).toBeGreaterThanOrEqual(mark.start);
            expect(mark.end).toBeLessThanOrEqual(draft.text.length);
            at = mark.end;
          }
        },
      ),
    );
  });
});
