import levenshtein from 'fastest-levenshtein';

/** As far from a name as a slip of the fingers goes; the same bounds as the command line's own suggestions. */
const FARTHEST = 3;
const LIKENESS = 0.4;

/** The name that was most likely meant; undefined where none is near. Letters count alike in both cases. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const folded = known.map((one) => one.toLowerCase());
  const wanted = name.toLowerCase();
  const near = levenshtein.closest(wanted, folded);
  const distance = levenshtein.distance(wanted, near);
  const length = Math.max(wanted.length, near.length);
  if (distance > FARTHEST || (length - distance) / length <= LIKENESS) return undefined;
  return known[folded.indexOf(near)];
}
