import type { Document } from '../schema/model.js';
import type { Compared, DocumentNote } from './model.js';

/*
 * Which documents are told of the same place. The same name is, unless what stands before it in the issuer or the title
 * differs (北京市朝阳区, 长春市朝阳区); 桓台县 and 淄博市桓台县 are not merged, for nothing in the plans proves it. A plan
 * that names no place is a place of its own, under its title.
 */

const AREA_BEFORE = /[\u4e00-\u9fff]{2,9}?(?:省|市|自治州|自治区|盟|地区)$/;

/** The area that issuer or title name right before the region. */
function prefixOf({ meta: { region, issuer, title } }: Document): string {
  if (region === null) return '';
  for (const text of [issuer, title]) {
    const at = text?.indexOf(region) ?? -1;
    const found = at > 0 ? AREA_BEFORE.exec(text?.slice(0, at) ?? '')?.[0] : undefined;
    if (found) return found;
  }
  return '';
}

/** Order by UTF-16 units: the same on every machine. */
export const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const fileName = (path: string): string => path.split('/').at(-1) ?? path;
const titleOf = ({ meta, source }: Document): string => meta.title ?? fileName(source.path);

interface Named {
  readonly document: Document;
  readonly place: string;
  readonly prefix: string;
}

/** Titles that several documents have get the path behind them. */
function uniqueNames(documents: readonly Document[]): Map<Document, string> {
  const counts = new Map<string, number>();
  for (const document of documents) counts.set(titleOf(document), (counts.get(titleOf(document)) ?? 0) + 1);
  return new Map(
    documents.map((document) => {
      const title = titleOf(document);
      return [document, (counts.get(title) ?? 0) > 1 ? `${title} (${document.source.path})` : title];
    }),
  );
}

function named(documents: readonly Document[], names: ReadonlyMap<Document, string>): Named[] {
  const prefixes = new Map<string, Set<string>>();
  for (const document of documents) {
    const region = document.meta.region ?? '';
    prefixes.set(region, (prefixes.get(region) ?? new Set()).add(prefixOf(document)));
  }
  return documents.map((document) => {
    const { region } = document.meta;
    if (region === null) return { document, place: names.get(document) ?? titleOf(document), prefix: '' };
    const prefix = prefixOf(document);
    const several = (prefixes.get(region)?.size ?? 0) > 1;
    return { document, place: several && prefix !== '' ? `${prefix}${region}` : region, prefix };
  });
}

function compareDocuments(a: Named, b: Named): number {
  const [one, other] = [a.document, b.document];
  return (
    byUnits(a.place, b.place) ||
    (one.meta.period?.from ?? 9999) - (other.meta.period?.from ?? 9999) ||
    byUnits(titleOf(one), titleOf(other)) ||
    byUnits(one.source.path, other.source.path) ||
    byUnits(one.source.sha256, other.source.sha256)
  );
}

/** Documents in an order of their own, with the place that each is told of. */
export function comparedOf(documents: readonly Document[]): Compared[] {
  const names = uniqueNames(documents);
  const all = named(documents, names).sort(compareDocuments);
  const places = [...new Set(all.filter(({ document }) => document.meta.region !== null).map(({ place }) => place))];
  const bytes = new Map<string, string>();
  const titles = new Map<string, string>();
  return all.map(({ document, place }, i) => {
    const id = `D${i + 1}`;
    const notes: DocumentNote[] = [];
    if (document.meta.region === null) notes.push({ code: 'no-region', of: null });
    else
      for (const other of places)
        if (other !== place && (other.endsWith(place) || place.endsWith(other)))
          notes.push({ code: 'similar-place', of: other });
    const { sha256 } = document.source;
    const title = `${place}\n${document.meta.title}`;
    const same = bytes.get(sha256);
    const alike = titles.get(title);
    if (same !== undefined) notes.push({ code: 'same-bytes', of: same });
    else if (alike !== undefined && document.meta.title !== null) notes.push({ code: 'same-title', of: alike });
    if (same === undefined) bytes.set(sha256, id);
    if (alike === undefined) titles.set(title, id);
    return { id, document, place, name: names.get(document) ?? titleOf(document), notes };
  });
}
