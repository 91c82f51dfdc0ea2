import type { Draft } from '../core/draft.js';

export type Script = 'simplified' | 'traditional' | 'mixed';

/** A page of one script may carry this share of the other: a firm's name, a note, a switch of languages. */
const FEW = 0.1;

/** What the document was written in: how much of the text that is left was converted. */
export function scriptOf(draft: Draft): Script {
  const converted = draft.changes.filter(({ edit }) => edit.cause.kind === 'script').sort((a, b) => a.start - b.start);
  if (converted.length === 0) return 'simplified';
  let kept = 0;
  let index = 0;
  let left = 0;
  for (const { from, to } of draft.map.touching(0, draft.map.length)) {
    left += to - from;
    // Segments are in the order of the original, and so are the changes: both are gone through once.
    while ((converted[index]?.end ?? Number.POSITIVE_INFINITY) <= from) index++;
    for (let i = index; i < converted.length; i++) {
      const change = converted[i];
      if (!change || change.start >= to) break;
      kept += Math.min(change.end, to) - Math.max(change.start, from);
    }
  }
  if (kept <= left * FEW) return 'simplified';
  return kept >= left * (1 - FEW) ? 'traditional' : 'mixed';
}
