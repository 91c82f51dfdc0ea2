import { ISSUER_END, MEDIA, NAMED_ONLY } from '../../lexicon/issuers.js';
import { placeIn } from './region.js';

/** Several bodies that sign together, as one value. */
export const BETWEEN_BODIES = '、';

/** A name that is that of a body that can sign, without 盖章; undefined for anything else. */
export function readBody(text: string): string | undefined {
  const name = text.replace(/[(（](?:盖章|印章|章|代章)[)）]$/, '').trim();
  if (name.length < 2 || name.length > 45 || !/^[\u4e00-\u9fff“”()（）]+$/.test(name)) return undefined;
  return ISSUER_END.test(name) && !NAMED_ONLY.test(name) && !MEDIA.test(name) ? name : undefined;
}

/** The bodies that a line names and nothing else: 县财政局 县水务局. Empty where it says anything more. */
export function bodiesOf(text: string): string[] {
  if (text.length > 200) return [];
  const names = text
    .split(/[\s、]+/)
    .filter(Boolean)
    .flatMap(unglued);
  const bodies = names.map(readBody);
  return bodies.every((body) => body !== undefined) ? bodies : joinedName(names);
}

/** 石泉县财政局石泉县水务局: names that the page ran together, told by the place that each begins with. */
function unglued(text: string): string[] {
  const place = text.length < 10 ? undefined : placeIn(text)?.name;
  const pieces = place
    ? text
        .split(place)
        .slice(1)
        .map((rest) => place + rest)
    : [];
  return pieces.length > 1 && text.startsWith(place ?? '') && pieces.every((piece) => readBody(piece))
    ? pieces
    : [text];
}

/** 石 泉 县 财 政 局: a name that is set over the width of the line. */
function joinedName(names: readonly string[]): string[] {
  const name = names.length > 2 && names.every((piece) => piece.length === 1) ? readBody(names.join('')) : undefined;
  return name ? [name] : [];
}

/** Whether a name leaves out characters of another and is it otherwise: 县政府办 and 石泉县人民政府办公室. */
export function shortens(short: string, long: string): boolean {
  let at = 0;
  const bare = short.replace(/[()（）\s]/g, '');
  for (const character of long) if (character === bare[at]) at++;
  return bare !== '' && at === bare.length;
}

/** Whether two claims of who issues can both be right: one shortens the other, or they share a body. */
export function sameIssuer(a: string, b: string): boolean {
  const bodies = (value: string): string[] => value.split(/[、\s]+/).filter(Boolean);
  return bodies(a).some((x) => bodies(b).some((y) => shortens(x, y) || shortens(y, x)));
}
