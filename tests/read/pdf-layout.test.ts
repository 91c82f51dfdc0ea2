import { describe, expect, it } from 'vitest';
import { gutterOf, regionsOf } from '../../src/read/pdf-columns.js';
import { gridsOf } from '../../src/read/pdf-grid.js';
import { linesFrom, type PageLine } from '../../src/read/pdf-lines.js';
import { type Block, blocksOf } from '../../src/read/pdf-page.js';
import { tableParts } from '../../src/read/pdf-parts.js';
import type { Rules } from '../../src/read/pdf-rules.js';
import { runningLines } from '../../src/read/pdf-running.js';
import { type Matrix, pageRuns, type Run } from '../../src/read/pdf-runs.js';
import { layOut } from '../../src/read/pdf-text.js';

/** Text at a place, each Chinese character as wide as its size. */
function run(text: string, x: number, y: number, size = 16): Run {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? size : size / 2), 0);
  return { text, x, y, size, right: x + width };
}

function texts(runs: readonly Run[]): string[] {
  return linesFrom(runs, 80).map(({ text }) => text);
}

describe('runs of a page', () => {
  const view: Matrix = [1, 0, 0, -1, 0, 842];
  const item = (str: string, transform: number[], width = 32): { str: string; transform: number[]; width: number } => ({
    str,
    transform,
    width,
  });

  it('stand with y downwards, blanks at their ends taken off', () => {
    const { runs } = pageRuns([item(' 目标', [16, 0, 0, 16, 80, 742], 36)], view);
    expect(runs).toEqual([{ text: '目标', x: 84, right: 116, y: 100, size: 16 }]);
  });

  it('are counted once where a bold letter is drawn twice', () => {
    const { runs } = pageRuns(
      [
        item('目标', [16, 0, 0, 16, 80, 742]),
        item('目标', [16, 0, 0, 16, 80.4, 742]),
        item('目标', [16, 0, 0, 16, 80, 700]),
      ],
      view,
    );
    expect(runs.map(({ y }) => y)).toEqual([100, 142]);
  });

  it('stand upright on a page whose text is turned', () => {
    const turned = ['第一行文字', '第二行文字'].map((str, i) => item(str, [0, 16, -16, 0, 100 + i * 28, 80], 80));
    const { runs } = pageRuns(turned, view);
    expect(linesFrom(runs, 80).map(({ text }) => text)).toEqual(['第一行文字', '第二行文字']);
  });

  it('leave out what stands across the page', () => {
    const { runs, slanted } = pageRuns(
      [item('正文在这里', [16, 0, 0, 16, 80, 742]), item('内部资料', [20, 20, -20, 20, 200, 400])],
      view,
    );
    expect(runs.map(({ text }) => text)).toEqual(['正文在这里']);
    expect(slanted).toEqual(['内部资料']);
  });

  it('count what has no Unicode, and leave the bullets of symbol fonts', () => {
    const { runs, unmapped } = pageRuns([item('\u0003\ue123\uf0b7目标', [16, 0, 0, 16, 80, 742])], view);
    expect(unmapped).toBe(2);
    expect(runs[0]?.text).toBe('\ufffd\ufffd\uf0b7目标');
  });
});

describe('lines', () => {
  it('are put together without blanks between Chinese characters and numbers', () => {
    expect(texts([run('达到', 80, 100), run('95', 114, 100.4), run('%', 130, 100), run('以上', 139, 100)])).toEqual([
      '达到95%以上',
    ]);
  });

  it('keep blanks between words and between a number and its title', () => {
    expect(texts([run('Wi', 80, 100), run('Fi', 100, 100)])).toEqual(['Wi Fi']);
    expect(texts([run('第一章', 80, 100), run('总则要求', 144, 100)])).toEqual(['第一章 总则要求']);
  });

  it.each([
    ['one by one', [run('规', 200, 100), run('划', 232, 100), run('纲', 264, 100), run('要', 296, 100)]],
    ['as pdf.js parts them', [{ ...run('规 划 纲 要', 200, 100), right: 312 }]],
  ])('close up a title that is set wide, %s', (_, runs) => {
    expect(texts(runs)).toEqual(['规划纲要']);
  });

  it('leave a single blank between characters to the cleaning', () => {
    expect(texts([run('一 总体要求', 80, 100)])).toEqual(['一 总体要求']);
  });

  it('give raised digits as such', () => {
    expect(texts([run('建成', 80, 100), run('80', 112, 100), run('1', 128, 93, 8), run('个', 132, 100)])).toEqual([
      '建成80¹个',
    ]);
  });

  it('stand apart where only their heights are close', () => {
    expect(texts([run('上一行', 80, 100), run('下一行', 80, 118)])).toEqual(['上一行', '下一行']);
  });

  it('set the columns of a table without rules where they stand', () => {
    const [head, row] = texts([
      ...[run('指标', 80, 100), run('2020年', 240, 100), run('2025年', 340, 100)],
      ...[run('森林覆盖率', 80, 128), run('65', 340, 128)],
    ]);
    expect(head).toBe('指标                2020年       2025年');
    expect(row).toBe(`森林覆盖率${' '.repeat(23)}65`);
  });
});

describe('columns', () => {
  const LEFT = '左栏文字排满了这一行共十五个';
  const RIGHT = '右栏文字排满了这一行共十五个';
  const page = [
    run('横跨两栏的标题在这里居中显示', 150, 60, 22),
    ...Array.from({ length: 8 }, (_, i) => [
      run(`${i}${LEFT}`, 60, 100 + i * 20, 14),
      run(`${i}${RIGHT}`, 310, 100 + i * 20, 14),
    ]).flat(),
  ];

  it('are read one after the other, below what stands across both', () => {
    const gutter = gutterOf(page);
    const lines = regionsOf(page, gutter).flatMap(({ runs }) => texts(runs));
    expect(lines[0]).toBe('横跨两栏的标题在这里居中显示');
    expect(lines.slice(1, 9)).toEqual(Array.from({ length: 8 }, (_, i) => `${i}${LEFT}`));
    expect(lines.slice(9)).toEqual(Array.from({ length: 8 }, (_, i) => `${i}${RIGHT}`));
  });

  it('are none where the rows of a table have short cells', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [run(`指标${i}`, 60, 100 + i * 20), run('95', 310, 100 + i * 20)]);
    const long = [run('下面的表格列出了本规划的各项主要指标及其目标值', 60, 60)];
    expect(gutterOf([...long, ...rows.flat()])).toBeUndefined();
  });
});

/** The rules of a grid; `without`: uprights and levels that are not drawn between two cells. */
function rulesFor(xs: readonly number[], ys: readonly number[]): { across: Rules['across']; down: Rules['down'] } {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return {
    across: ys.map((at) => ({ at, from: left, to: right })),
    down: xs.map((at) => ({ at, from: top, to: bottom })),
  };
}

describe('ruled tables', () => {
  const XS = [80, 160, 300, 400];
  const YS = [100, 120, 140, 160];

  it('are told from their rules', () => {
    const [grid] = gridsOf(rulesFor(XS, YS));
    expect(grid?.cells).toHaveLength(9);
    expect(grid?.xs).toEqual(XS);
  });

  it('may be open at their sides', () => {
    const { across, down } = rulesFor(XS, YS);
    const [grid] = gridsOf({ across, down: down.slice(1, -1) });
    expect(grid?.xs).toEqual(XS);
  });

  it('have one cell where no rule stands between two', () => {
    const { across, down } = rulesFor(XS, YS);
    const cut = across.map((rule) => (rule.at === 140 ? { ...rule, from: 160 } : rule));
    const [grid] = gridsOf({ across: cut, down });
    expect(grid?.cells).toHaveLength(8);
    expect(grid?.cells.find(({ row, column }) => row === 1 && column === 0)?.rowSpan).toBe(2);
  });

  it('are none where lines only underline or frame', () => {
    expect(gridsOf({ across: [{ at: 100, from: 80, to: 400 }], down: [] })).toEqual([]);
    expect(gridsOf(rulesFor([80, 400], [100, 300]))).toEqual([]);
  });

  it('hold the text that stands in their cells, one that runs over a rule cut there', () => {
    const glued = { ...run('供水能力 1.8', 170, 115, 10), right: 330 };
    const blocks = blocksOf(
      [run('表前', 80, 60), run('序号', 90, 115, 10), glued, run('表后', 80, 200)],
      gridsOf(rulesFor(XS, [100, 120, 140])),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['line', 'table', 'line']);
    const table = blocks[1]?.kind === 'table' ? blocks[1].table : undefined;
    expect(table?.cells.slice(0, 3).map(({ lines }) => lines)).toEqual([['序号'], ['供水能力'], ['1.8']]);
  });
});

describe('tables over pages', () => {
  const table = (rows: string[][], spans: Record<string, number> = {}): Block => ({
    kind: 'table',
    table: {
      xs: [80, 160, 300],
      top: 100,
      bottom: 200,
      rows: rows.length,
      cells: rows.flatMap((row, r) =>
        row.flatMap((text, c) => {
          if (text === '^') return [];
          const rowSpan = spans[`${r} ${c}`] ?? 1;
          return [{ row: r, column: c, rowSpan, columnSpan: 1, lines: text === '' ? [] : [text] }];
        }),
      ),
    },
  });
  const partsOf = (pages: Block[][]): { row: number; text: string; rowSpan: number }[][] => {
    const parts = tableParts(pages);
    return [...parts.values()].map(({ cells }) =>
      cells.map(({ row, lines, rowSpan }) => ({ row, text: lines.join(''), rowSpan })),
    );
  };

  it('go on with the rows, the head that is said again told apart', () => {
    const pages = [
      [
        table([
          ['指标', '值'],
          ['甲', '1'],
        ]),
      ],
      [
        table([
          ['指标', '值'],
          ['乙', '2'],
        ]),
      ],
    ];
    const parts = [...tableParts(pages).values()];
    expect(parts.map((part) => part.table)).toEqual([0, 0]);
    expect(parts[1]?.repeated).toEqual(['指标', '值']);
    expect(parts[1]?.cells.map(({ row }) => row)).toEqual([2, 2]);
  });

  it('put a row together that the break cut', () => {
    const [first, second] = partsOf([
      [table([['甲', '到2025年建成']])],
      [
        table([
          ['', '两座'],
          ['乙', '2'],
        ]),
      ],
    ]);
    expect(first?.map(({ text }) => text)).toEqual(['甲', '到2025年建成两座']);
    expect(second?.map(({ text, row }) => `${row} ${text}`)).toEqual(['1 乙', '1 2']);
  });

  it('let a cell over rows go on over the break', () => {
    const [first, second] = partsOf([
      [
        table(
          [
            ['类', '甲'],
            ['^', '乙'],
          ],
          { '0 0': 2 },
        ),
      ],
      [
        table(
          [
            ['', '丙'],
            ['^', '丁'],
          ],
          { '0 0': 2 },
        ),
      ],
    ]);
    expect(first?.[0]).toEqual({ row: 0, text: '类', rowSpan: 4 });
    expect(second?.map(({ text }) => text)).toEqual(['丙', '丁']);
  });

  it('begin anew where text stands between or the columns differ', () => {
    const line: Block = {
      kind: 'line',
      column: 'whole',
      line: { text: '表2', x: 80, right: 100, y: 90, size: 16, parted: false },
    };
    const parts = [...tableParts([[table([['甲', '1']])], [line, table([['乙', '2']])]]).values()];
    expect(parts.map((part) => part.table)).toEqual([0, 1]);
  });
});

const WIDE = 28;
const line = (text: string, y: number, x = 80, size = 16): Block => ({
  kind: 'line',
  column: 'whole',
  line: { text, x, y, size, right: run(text, x, y, size).right, parted: false } satisfies PageLine,
});
/** A line of text that is full. */
const full = (y: number, x = 80): Block => line('文'.repeat(WIDE - (x - 80) / 16), y, x);

describe('running lines', () => {
  const page = (head: string, foot: string): Block[] => [
    line(head, 50),
    line(`${'文'.repeat(Number(/\d/.exec(foot)?.[0] ?? 1))}在上`, 100),
    line(`${head}的一行，写到句号为止。`, 128),
    line(foot, 800, 280),
  ];

  it('are heads that stand on several pages, and numbers that count with them', () => {
    const pages = [page('某县规划', '— 1 —'), page('某县规划', '— 2 —'), page('某县规划', '— 3 —')];
    expect(runningLines(pages).map((set) => [...set].sort())).toEqual([
      [0, 3],
      [0, 3],
      [0, 3],
    ]);
  });

  it.each(['3', '- 3 -', '第3页', '第3页 共9页', '3/9', 'Page 3 of 9', '·3·'])(
    'know the number of a page in %s',
    (foot) => {
      const pages = [page('甲', foot.replace('3', '2')), page('乙', foot)];
      expect(runningLines(pages).map((set) => [...set])).toEqual([[3], [3]]);
    },
  );

  it('are none where numbers do not count or words differ', () => {
    const pages = [page('一、发展基础', '2020'), page('二、总体要求', '2025')];
    expect(runningLines(pages).map((set) => set.size)).toEqual([0, 0]);
  });
});

describe('paragraphs', () => {
  const said = (pages: Block[][]): { text: string; wraps: number[] } => {
    const { text, marks } = layOut(pages.map((blocks) => ({ blocks, slanted: [] })));
    const wraps = marks.flatMap((mark) => (mark.kind === 'wrap' ? [text.slice(0, mark.start).split('\n').length] : []));
    return { text, wraps };
  };
  const paragraph = (y: number): Block[] => [full(y, 112), full(y + 28), line('结尾。', y + 56)];

  it('go on from full lines to lines without an indent', () => {
    const { wraps } = said([[...paragraph(100), ...paragraph(184)]]);
    expect(wraps).toEqual([1, 2, 4, 5]);
  });

  it('go on over a page break, what runs through the pages between', () => {
    const first = [...paragraph(100), full(184, 112), line('— 1 —', 800, 280)];
    const { text, wraps } = said([first, [full(100), line('结尾。', 128), line('— 2 —', 800, 280)]]);
    expect(wraps).toEqual([1, 2, 4, 6]);
    expect(text.split('\n')[4]).toBe('— 1 —');
  });

  it('end where a line is short, an indent begins, or a number stands behind a sentence', () => {
    const closed = line(`${'文'.repeat(WIDE - 1)}。`, 240);
    const { wraps } = said([[...paragraph(100), full(184, 112), full(212), closed, line('二、总体要求', 268)]]);
    expect(wraps).toEqual([1, 2, 4, 5]);
  });

  it('take a word that did not fit for the reason of a short line', () => {
    const short = line('文'.repeat(WIDE - 4), 184);
    expect(said([[...paragraph(100), short, line('123456789.5万元', 212)]]).wraps).toEqual([1, 2, 4]);
    expect(said([[...paragraph(100), short, line('文字', 212)]]).wraps).toEqual([1, 2]);
  });

  it('join the lines of a title, up to the one that ends as titles do', () => {
    const title = [
      line('某县人民政府办公室', 60, 205, 22),
      line('关于印发某县规划的通知', 94, 183, 22),
      line('（2021年）', 128, 240, 22),
    ];
    expect(said([[...title, ...paragraph(200)]]).wraps).toEqual([1, 4, 5]);
  });
});
