import { readBlock } from '../../core/block.js';
import type { AnyDiagnostic } from '../../core/diagnostic.js';
import type { Line } from '../../core/lines.js';
import { HEAD_NAMES, METADATA_LABELS, type MetaField } from '../../lexicon/metadata.js';
import type { Meta } from '../../schema/model.js';
import { believed, type Claim, type ClaimSource } from './claims.js';
import { type AllClaims, contradictions, wrongOrder } from './contradictions.js';
import { corpusTitle, dayOf, type Facts, urlOf } from './corpus.js';
import { bracketedDate, dateIn, spokenOn } from './dates.js';
import { inFull, issuerClaims, printLine, signatureOf } from './issuer.js';
import { numberAsPrinted, numberClaims } from './number.js';
import { periodOf } from './period.js';
import { levelOf, regionOf } from './region.js';
import { titleClaims } from './title.js';

/** The facts of the metadata block by field: what was taken off the page as metadata says more than the text. */
export type PageFacts = Readonly<Partial<Record<MetaField, string>>>;

/** The facts of a document, and what its sources say against each other. */
export interface MetaReading {
  readonly meta: Meta;
  readonly diagnostics: AnyDiagnostic[];
}

/** Lines whose words say whom a document speaks to. */
const ADDRESSED = 30;

/** Read labels and values out of the lines that were removed as metadata, in order; the first value of a field counts. */
export function pageFacts(removed: readonly string[]): PageFacts {
  const facts: Partial<Record<MetaField, string>> = {};
  const block = removed.map((text) => ({ text, outside: true, above: true, mayBeValue: () => true }));
  for (const line of readBlock(block, METADATA_LABELS)) {
    for (const [field, value] of line ?? []) facts[field] ??= value;
  }
  return facts;
}

/**
 * Facts about the document: every source says what it knows, the one that is trusted most for a field is believed
 * (`TRUST` in `claims.ts`), and those that cannot be right beside it are reported.
 */
export function metaOf(
  lines: readonly Line[],
  facts: PageFacts,
  head: Readonly<Record<string, string>>,
  corpus: Facts = {},
): MetaReading {
  const titles = titleClaims(lines, facts.title, inHead(head, 'title'), head.title, corpusTitle(corpus.title));
  const claims: AllClaims = {
    title: titles.claims,
    issuer: issuerClaims(lines, titles.heads, facts, inHead(head, 'source')),
    documentNumber: numberClaims(lines, facts.documentNumber),
    writtenOn: writtenClaims(lines, facts),
    publishedOn: publishedClaims(lines, facts, head, corpus),
  };
  const title = believed('title', claims.title)?.value ?? null;
  const issuer = believed('issuer', claims.issuer)?.value;
  const number = believed('documentNumber', claims.documentNumber)?.value;
  const written = believed('writtenOn', claims.writtenOn);
  const published = believed('publishedOn', claims.publishedOn);
  const signed = issuer ? inFull(issuer, claims.issuer) : null;
  // ——2024年1月10日在石泉县第十七届人民代表大会…
  const spoken = spokenOn(lines)?.line;
  const given = spoken ? [/在(.{4,60})$/.exec(lines[spoken - 1]?.text ?? '')?.[1]] : [];
  const region = regionOf([
    title,
    signed,
    ...titles.heads.map(({ text }) => text),
    facts.issuer,
    facts.publisher,
    ...given,
  ]);
  const addressed = (): string =>
    lines
      .slice(0, ADDRESSED)
      .map(({ text }) => text.slice(0, 200))
      .join('\n');
  const meta: Meta = {
    title,
    issuer: signed,
    documentNumber: number ? numberAsPrinted(number, claims.documentNumber) : null,
    indexNumber: facts.indexNumber?.split(/\s/)[0] ?? null,
    writtenOn: written?.value ?? null,
    publishedOn: published?.value ?? null,
    url: urlOf(corpus.url) ?? head['source-url'] ?? null,
    period: periodOf(title, lines, written?.value ?? published?.value ?? null),
    region: region?.name ?? null,
    regionLevel: levelOf(region, signed, addressed),
  };
  return { meta, diagnostics: [...contradictions(claims), ...wrongOrder(written, published)] };
}

/** What the first filled `<meta>` tag of a fact says. */
function inHead(head: Readonly<Record<string, string>>, fact: keyof typeof HEAD_NAMES): string | undefined {
  return HEAD_NAMES[fact].map((name) => head[name]).find(Boolean);
}

function writtenClaims(lines: readonly Line[], facts: PageFacts): Claim[] {
  const signed = signatureOf(lines);
  const spoken = spokenOn(lines);
  const bracketed = bracketedDate(lines);
  const print = printLine(lines);
  return [
    ...dated(facts.writtenOn, 'block'),
    ...dated(signed?.date, 'signature', signed?.line),
    ...dated(spoken?.date, 'speech', spoken?.line),
    ...dated(bracketed?.date, 'head', bracketed?.line),
    ...dated(facts.issuedOn, 'page'),
    ...dated(print?.date, 'print', print?.line),
  ];
}

function publishedClaims(
  lines: readonly Line[],
  facts: PageFacts,
  head: Readonly<Record<string, string>>,
  corpus: Facts,
): Claim[] {
  // (2021年12月24日某某局令第49号公布)
  const decree = lines
    .slice(0, 5)
    .find(({ text }) => text.length <= 80 && /令第.{1,6}号(?:公布|发布)[)）]?$/.test(text));
  return [
    ...dated(facts.publishedOn, 'block'),
    ...dated(inHead(head, 'publishedOn'), 'tags'),
    ...dated(dayOf(corpus.publishedOn) ?? undefined, 'corpus'),
    ...dated(decree?.text, 'head', decree?.number),
  ];
}

function dated(text: string | undefined, from: ClaimSource, line: number | null = null): Claim[] {
  const value = dateIn(text);
  return value ? [{ value, from, line }] : [];
}
