import { OffsetMap, type Segment } from '../core/offset-map.js';

/** Collects the text of a page piece by piece, each with the place in the source that it stands for. */
export interface TextBuilder {
  readonly length: () => number;
  /** Append `text` for the source range `[from, to)`; `exact` where it is that very range. */
  readonly append: (text: string, from: number, to: number, exact: boolean) => void;
  /** Begin a new line unless one has just begun. */
  readonly breakLine: (at: number) => void;
  readonly finish: (sourceLength: number) => { text: string; map: OffsetMap };
}

export function textBuilder(): TextBuilder {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let atLineStart = true;
  const append = (text: string, from: number, to: number, exact: boolean): void => {
    if (text.length === 0) return;
    parts.push(text);
    segments.push({ out: length, length: text.length, from, to, exact });
    length += text.length;
    atLineStart = text.endsWith('\n');
  };
  return {
    length: () => length,
    append,
    breakLine: (at) => {
      if (!atLineStart) append('\n', at, at, false);
    },
    finish: (sourceLength) => ({ text: parts.join(''), map: new OffsetMap(segments, length, sourceLength) }),
  };
}
