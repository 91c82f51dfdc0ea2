/** An indicator that many plans set, under one name, so that rows of different plans line up. */
export interface Indicator {
  /** Stable across versions. */
  readonly id: string;
  readonly name: string;
  /**
   * Other names as plans print them, with a blank between. `[x]` may be left out, `(x|y)` is one of the two; every
   * spelling that comes of it is one name in the index, so that a name with other words in it is no match.
   */
  readonly aliases: string;
  /** The unit that plans give it in, without 万 and 亿; empty where it has none. */
  readonly unit: string;
  /** Which way is progress; null where that is for the reader to say. */
  readonly better: 'up' | 'down' | null;
  readonly english: string;
  /** A label as a plan may print it. */
  readonly example: string;
}
