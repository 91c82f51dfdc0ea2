import { type AnyDiagnostic, diagnostic } from '../../core/diagnostic.js';
import { sameIssuer } from './bodies.js';
import { type Claim, type ClaimSource, TRUST } from './claims.js';
import { sameNumber } from './number.js';
import { placeIn } from './region.js';
import { alike } from './title.js';

/** Names that share less than this are of different plans. */
const SAME_TITLE = 0.4;
/** A page is put up again within days; a year later it is another fact. */
const DAYS = 31;

export interface AllClaims {
  readonly title: readonly Claim[];
  readonly issuer: readonly Claim[];
  readonly documentNumber: readonly Claim[];
  readonly writtenOn: readonly Claim[];
  readonly publishedOn: readonly Claim[];
}

/**
 * What the sources of a file say against each other. Different facts are no contradiction: a document is written on one
 * day and published on another, signed by one body and put up by another of the same place.
 */
export function contradictions(claims: AllClaims): AnyDiagnostic[] {
  const titles = against(claims.title, ['title', 'cover', 'block', 'tags', 'corpus'], sameTitle);
  const issuers = against(claims.issuer, ['signature', 'block', 'title', 'page'], mayIssue);
  const numbers = against(claims.documentNumber, ['block', 'head'], (a, b) => sameNumber(a.value, b.value));
  const written = against(claims.writtenOn, ['block', 'signature', 'speech'], (a, b) => a.value === b.value);
  const published = against(claims.publishedOn, TRUST.publishedOn, (a, b) => days(a.value, b.value) <= DAYS);
  const found: AnyDiagnostic[] = [];
  const line = (values: readonly Claim[]): number | undefined =>
    values.find((value) => value.line !== null)?.line ?? undefined;
  if (titles) found.push(diagnostic('meta/title', 'warning', { values: titles }, line(titles)));
  if (issuers) found.push(diagnostic('meta/issuer', 'warning', { values: issuers }, line(issuers)));
  if (numbers) found.push(diagnostic('meta/number', 'warning', { values: numbers }, line(numbers)));
  if (written) found.push(diagnostic('meta/date', 'warning', { fact: 'written', values: written }, line(written)));
  if (published) {
    found.push(diagnostic('meta/date', 'warning', { fact: 'published', values: published }, line(published)));
  }
  return found;
}

/** A page that says that it was put up before the document was written. */
export function wrongOrder(written: Claim | undefined, published: Claim | undefined): AnyDiagnostic[] {
  if (!written || !published || published.value >= written.value) return [];
  return [diagnostic('meta/date-order', 'warning', { written, published }, written.line ?? undefined)];
}

/** The claim that counts and the first of another source that cannot be right beside it. */
function against(
  claims: readonly Claim[],
  order: readonly ClaimSource[],
  same: (a: Claim, b: Claim) => boolean,
): readonly [Claim, Claim] | undefined {
  const firsts = order.flatMap((source) => claims.find(({ from }) => from === source) ?? []);
  const [taken, ...others] = firsts;
  const other = taken && others.find((claim) => !same(taken, claim));
  return taken && other ? [taken, other] : undefined;
}

/** One plan under two names: words may be left out, years may not differ. */
function sameTitle(a: Claim, b: Claim): boolean {
  const years = (text: string): string => (text.match(/(?:19|20)\d{2}/g) ?? []).join(' ');
  const [x, y] = [years(a.value), years(b.value)];
  return (x === y || x === '' || y === '') && alike(a.value, b.value) >= SAME_TITLE;
}

/** Who puts a text up may be another body of the place, or one without a place. */
function mayIssue(a: Claim, b: Claim): boolean {
  if (sameIssuer(a.value, b.value)) return true;
  if (b.from !== 'page') return false;
  const [x, y] = [placeIn(a.value), placeIn(b.value)];
  return !x || !y || x.parts.some((part) => y.parts.includes(part));
}

function days(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
