/** A piece of text as a page draws it. Points, seen as a reader holds the page: x to the right, y downwards. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
}

/** What pdf.js gives for a piece of text; `transform` is that of PDF (ISO 32000-1, 9.4.4). */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** A plane affine map as PDF writes one: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The runs of a page, and what stands across it at an angle: stamps and watermarks. */
export interface PageRuns {
  readonly runs: Run[];
  readonly slanted: string[];
  /** Characters that the file gives no Unicode for. */
  readonly unmapped: number;
  /** From the page's own space to that of the runs. */
  readonly matrix: Matrix;
}

/** Degrees by which a line of text may lean. */
const LEANING = 8;
/** Of its size; the same text drawn again no further off is a bold letter made of two. */
const DOUBLED = 0.2;
/** Controls, private use beyond the bullets of symbol fonts, and what is no character. */
const UNMAPPED =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uefff\uf000-\uf01f\uf100-\uf8ff\ufffd\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The runs of a page, turned so that most of its text stands upright, each drawn text once.
 * @param view from PDF's space to the page as it is shown, with its own rotation
 */
export function pageRuns(items: readonly TextItem[], view: Matrix): PageRuns {
  const turned = items.map((item) => ({ item, matrix: times(view, item.transform as unknown as Matrix) }));
  const quarter = mainQuarter(turned.map(({ item, matrix }) => ({ weight: item.str.trim().length, matrix })));
  const turn = QUARTERS[quarter] ?? QUARTERS[0];
  const runs: Run[] = [];
  const slanted: string[] = [];
  let unmapped = 0;
  for (const { item, matrix } of turned) {
    if (item.str.trim() === '') continue;
    const text = item.str.replace(UNMAPPED, () => {
      unmapped++;
      return '\ufffd';
    });
    const run = runOf({ ...item, str: text }, times(turn, matrix));
    if (run) runs.push(run);
    else slanted.push(text.trim());
  }
  return { runs: once(runs), slanted, unmapped, matrix: times(turn, view) };
}

const QUARTERS: readonly [Matrix, ...Matrix[]] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

/** The quarter turn that most characters are drawn with. */
function mainQuarter(all: readonly { readonly weight: number; readonly matrix: Matrix }[]): number {
  const weights = [0, 0, 0, 0];
  for (const { weight, matrix } of all) {
    const angle = angleOf(matrix);
    const quarter = Math.round(angle / 90);
    if (Math.abs(angle - quarter * 90) > LEANING) continue;
    const at = ((quarter % 4) + 4) % 4;
    weights[at] = (weights[at] ?? 0) + weight;
  }
  return weights.indexOf(Math.max(...weights));
}

/** Degrees, clockwise as the page is seen. */
function angleOf([a, b]: Matrix): number {
  return (Math.atan2(b, a) * 180) / Math.PI;
}

function runOf(item: TextItem, matrix: Matrix): Run | undefined {
  const angle = angleOf(matrix);
  const [, , c, d, x, y] = matrix;
  const size = Math.hypot(c, d);
  if (![x, y, size, item.width].every(Number.isFinite) || size === 0) return undefined;
  if (Math.abs(angle) > LEANING) return undefined;
  const lead = item.str.length - item.str.trimStart().length;
  const trail = item.str.length - item.str.trimEnd().length;
  const blank = size * 0.25;
  return {
    text: item.str.trim(),
    x: x + lead * blank,
    right: x + Math.max(item.width - trail * blank, size * 0.1),
    y,
    size,
  };
}

/** Without what is drawn a second time at the same place, as some programs make bold letters and shadows. */
function once(runs: readonly Run[]): Run[] {
  const places = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = places.get(run.text);
    if (!same) {
      places.set(run.text, [run]);
      return true;
    }
    // The copies stand behind each other; to look further back would take too long on a page of dashes.
    const near = same
      .slice(-20)
      .some(({ x, y, size }) => Math.abs(x - run.x) <= size * DOUBLED && Math.abs(y - run.y) <= size * DOUBLED);
    if (!near) same.push(run);
    return !near;
  });
}

/** The map that does `inner` first, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
