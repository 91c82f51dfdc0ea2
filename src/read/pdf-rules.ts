import { type Matrix, times } from './pdf-runs.js';

/** The straight lines that a page draws along its edges, in the space of its runs. */
export interface Rules {
  /** `from` and `to` are x, `at` is y. */
  readonly across: Rule[];
  /** `from` and `to` are y, `at` is x. */
  readonly down: Rule[];
}

export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Numbers of the operators of pdf.js that are looked at, by name. */
export interface Operators {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly endPath: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly showText: number;
}

/** What a page draws: operators and what each is given. */
export interface Drawn {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Points; a rule is no thicker when it is a filled box, and no shorter. */
const THICKEST = 3;
const SHORTEST = 4;
/** A page that draws more is a map or a chart. */
const MOST = 20_000;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** How pdf.js writes a path: what to do, then its coordinates. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];

/** The rules of a page; none where it draws so much that it is a picture. */
export function rulesOf({ fnArray, argsArray }: Drawn, ops: Operators, page: Matrix): Rules {
  const rules: Rules = { across: [], down: [] };
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    switch (fnArray[i]) {
      case ops.save:
        stack.push(matrix);
        break;
      case ops.paintFormXObjectBegin:
        stack.push(matrix);
        matrix = within(matrix, (args as readonly unknown[] | null)?.[0]);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        matrix = stack.pop() ?? IDENTITY;
        break;
      case ops.transform:
        matrix = within(matrix, args);
        break;
      case ops.constructPath:
        addPath(rules, args as readonly unknown[], times(page, matrix), ops);
        break;
    }
    if (rules.across.length + rules.down.length > MOST) return { across: [], down: [] };
  }
  return rules;
}

function within(outer: Matrix, inner: unknown): Matrix {
  const numbers = inner ? Array.from(inner as ArrayLike<number>) : [];
  return numbers.length === 6 && numbers.every(Number.isFinite) ? times(outer, numbers as unknown as Matrix) : outer;
}

type Point = readonly [x: number, y: number];

function addPath(rules: Rules, args: readonly unknown[], matrix: Matrix, ops: Operators): void {
  const [paint, data] = args;
  const path = (data as readonly unknown[] | undefined)?.[0];
  if (paint === ops.endPath || !path) return;
  const filled = paint === ops.fill || paint === ops.eoFill;
  for (const points of polygonsOf(Object.values(path) as number[], matrix)) {
    if (filled) addBox(rules, points);
    else for (let i = 1; i < points.length; i++) addRule(rules, points[i - 1] as Point, points[i] as Point);
  }
}

/** The parts of a path that are made of straight lines. */
function polygonsOf(path: readonly number[], matrix: Matrix): Point[][] {
  const [a, b, c, d, e, f] = matrix;
  const all: Point[][] = [];
  let points: Point[] = [];
  const add = (i: number): void => {
    const [x = 0, y = 0] = [path[i], path[i + 1]];
    points.push([a * x + c * y + e, b * x + d * y + f]);
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i++];
    if (step === MOVE || step === CURVE || step === QUADRATIC) {
      if (points.length > 1) all.push(points);
      points = [];
    }
    if (step === CLOSE) {
      if (points[0]) points.push(points[0]);
      continue;
    }
    // A curve leads to its last point and draws nothing along the edges.
    i += step === CURVE ? 4 : step === QUADRATIC ? 2 : 0;
    if (step !== MOVE && step !== LINE && step !== CURVE && step !== QUADRATIC) break;
    add(i);
    i += 2;
  }
  if (points.length > 1) all.push(points);
  return all;
}

function addRule({ across, down }: Rules, [x1, y1]: Point, [x2, y2]: Point): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (width >= SHORTEST && height < 1) {
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (height >= SHORTEST && width < 1) {
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}

/** A box that is filled is a rule where it is thin: so Word draws the borders of its tables. */
function addBox(rules: Rules, points: readonly Point[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= THICKEST && right - left > bottom - top) addRule(rules, [left, y], [right, y]);
  else if (right - left <= THICKEST) addRule(rules, [x, top], [x, bottom]);
}
