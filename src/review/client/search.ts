import { type RecordRef, wordsOf } from './records.js';

/** A place that was found: in the text, or a record that says it where its sentence does not. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly ref: RecordRef | null;
}

/** More are no help to a reader. */
const MOST = 5000;

/** Where a text stands, in small letters and capitals alike; blanks at its ends aside. In the order of the text. */
export function hitsOf(query: string, text: string, refs: readonly RecordRef[]): Hit[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const hits: Hit[] = [];
  // Letters whose small form has another length (İ) would shift the offsets behind them.
  const lower = text.toLowerCase();
  const searched = lower.length === text.length ? lower : text;
  for (
    let at = searched.indexOf(wanted);
    at >= 0 && hits.length < MOST;
    at = searched.indexOf(wanted, at + wanted.length)
  )
    hits.push({ start: at, end: at + wanted.length, ref: null });
  for (const ref of refs) {
    if (!wordsOf(ref).toLowerCase().includes(wanted) || ref.record.evidence.quote.toLowerCase().includes(wanted))
      continue;
    hits.push({ start: ref.start, end: ref.end, ref });
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}
