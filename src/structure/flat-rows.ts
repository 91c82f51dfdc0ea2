import type { CellLine } from './cell-shapes.js';
import { outside } from './flat-costs.js';
import {
  advance,
  type Placed,
  type RowModel,
  type Space,
  stateSpace,
  trailing,
  type Way,
  type Ways,
} from './flat-ways.js';

export interface Reading {
  readonly placed: readonly Placed[];
  /** By how many nats the lines are likelier to be this table than to be text. */
  readonly gain: number;
  /** By how many nats the next best reading of the same lines is worse. */
  readonly margin: number;
  /** How many lines were looked at: all, unless the table surely ended before. */
  readonly read: number;
}

/** When the lines read since the best end have lost this much, the table has ended there. */
const GIVEN_UP = 45;

/**
 * Assigns each line to a column, from left to right within a row: staying in a column, the cell goes on over a broken
 * line; going right, columns between are empty; going back, a new row begins. Finds the likeliest such path and the next
 * best (Viterbi), and the line where the table ends best. Time grows with lines × columns².
 */
export function readRows(cells: readonly CellLine[], model: RowModel): Reading | undefined {
  const space = stateSpace(cells, model);
  let ways: Ways = [];
  let plain = 0;
  let reached = 0;
  let best: TableEnd | undefined;
  let i = 0;
  for (; i < cells.length; i++) {
    ways = advance(space, ways, cells, i, reached);
    plain += outside(cells[i] as CellLine);
    const end = bestEnd(space, ways, plain);
    if (!end) break;
    reached = end.reached;
    if (!best || end.gain > best.gain) best = end;
    else if (plain - reached < best.gain - GIVEN_UP) break;
  }
  return best && { placed: pathOf(best.way), gain: best.gain, margin: best.margin, read: i };
}

interface TableEnd {
  readonly way: Way;
  readonly gain: number;
  readonly margin: number;
  /** The least that any way has cost up to here. */
  readonly reached: number;
}

function bestEnd(space: Space, ways: Ways, plain: number): TableEnd | undefined {
  let way: Way | undefined;
  let first = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let reached = Number.POSITIVE_INFINITY;
  for (const candidate of ways) {
    if (!candidate) continue;
    reached = Math.min(reached, candidate.cost);
    // A label over all columns has rows below it.
    const cost = candidate.cost + (candidate.column === space.width ? 30 : trailing(space, candidate));
    if (cost < first) {
      second = first;
      first = cost;
      way = candidate;
    } else if (cost < second) second = cost;
  }
  return way && { way, gain: plain - first, margin: second - first, reached };
}

function pathOf(last: Way): Placed[] {
  const path: Placed[] = [];
  for (let way: Way | undefined = last; way; way = way.from) path.push(way);
  return path.reverse();
}
