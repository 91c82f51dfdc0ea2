import { BODY_END } from '../../lexicon/bodies/endings.js';
import { PERSON_LABEL, PERSON_NAME, PHONE, SPACED_NAME } from '../../lexicon/persons.js';
import { readUnit } from '../units.js';

/** Longer cells are no lists of bodies with persons. */
const LONGEST = 400;

/**
 * 县水务局 王明、县住建局（李强）, 县林业局局长赵刚: the bodies alone.
 * @param meant whether the column is one of persons, too; else a short word beside a body may be a place
 */
export function withoutPersons(text: string, meant: boolean): string {
  if (text.length > LONGEST) return text;
  const bare = text.replace(PHONE, '').replace(PERSON_LABEL, '').replace(SPACED_NAME, '$1$2');
  const turned = meant
    ? bare.replace(PERSON_WITH_BODY, (whole, person: string, body: string) =>
        isPerson(person) && readUnit(body) ? body : whole,
      )
    : bare;
  const outside = turned.replace(/[(（]([^()（）]{2,30})[)）]/g, (whole, inside: string) =>
    inside.split(/[、,，;；\s]+/).every((piece) => piece === '' || isPerson(piece)) ? '' : whole,
  );
  return outside.replace(/[^、,，;；\s]+/g, (piece: string, at: number) => {
    const blank = /\s/.test(outside[at - 1] ?? '');
    if (isPerson(piece)) return meant || (blank && BODY_END.test(outside.slice(0, at).trimEnd())) ? '' : piece;
    return bodyBefore(piece) ?? (meant ? bodyBehind(piece) : undefined) ?? piece;
  });
}

/** 王明（县林业局）. */
const PERSON_WITH_BODY = /([^、,，;；\s()（）]{2,12})[(（]([^()（）]{3,30})[)）]/g;

function isPerson(piece: string): boolean {
  return PERSON_NAME.test(piece) && (/常委$/.test(piece) || !BODY_END.test(piece)) && !readUnit(piece);
}

/** 县水务局张华, 县水务局局长张华, 县住建局：周平 → the body; undefined where the piece is nothing of the kind. */
function bodyBefore(piece: string): string | undefined {
  if (piece.length > 40 || (BODY_END.test(piece) && !/[:：]/.test(piece))) return undefined;
  for (let at = 3; at <= piece.length - 2; at++) {
    const body = piece.slice(0, at).replace(/[:：]$/, '');
    if (BODY_END.test(body) && isPerson(piece.slice(at)) && readUnit(body)) return body;
  }
  return undefined;
}

/** 副县长王明县林业局 → the body. */
function bodyBehind(piece: string): string | undefined {
  if (piece.length > 40) return undefined;
  for (let at = Math.min(12, piece.length - 3); at >= 2; at--) {
    const body = isPerson(piece.slice(0, at)) ? readUnit(piece.slice(at)) : undefined;
    if (body?.form === 'named' && body.head !== '') return piece.slice(at);
  }
  return undefined;
}
