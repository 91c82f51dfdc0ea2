import { documentShape } from '../schema/document-shape.js';
import type { Shape } from '../schema/shape.js';
import type { Kind } from './record.js';

/*
 * Where the fields of a record stand in a JSON document, as paths below the record (below the document for `documents`).
 * `*` is an element of a list: in tables it has a row of its own. With that the schema of the document is the one of the
 * tables, too.
 */

const same = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name]));

const EVIDENCE: Readonly<Record<string, string>> = {
  ...same('id item suspect'),
  sectionId: 'section',
  sourceLine: 'evidence.source.line',
  sourceColumn: 'evidence.source.column',
  sourcePage: 'evidence.source.page',
  sourceParagraph: 'evidence.source.paragraph',
  sourceStart: 'evidence.source.start',
  sourceEnd: 'evidence.source.end',
  quote: 'evidence.quote',
  line: 'evidence.line',
  quoteStart: 'evidence.start',
  quoteEnd: 'evidence.end',
};

const PATHS: { readonly [K in Kind]: Readonly<Record<string, string>> } = {
  documents: {
    document: 'source.path',
    title: 'meta.title',
    region: 'meta.region',
    issuer: 'meta.issuer',
    documentNumber: 'meta.documentNumber',
    indexNumber: 'meta.indexNumber',
    writtenOn: 'meta.writtenOn',
    publishedOn: 'meta.publishedOn',
    url: 'meta.url',
    regionLevel: 'meta.regionLevel',
    periodFrom: 'meta.period.from',
    periodTo: 'meta.period.to',
    sha256: 'source.sha256',
    bytes: 'source.bytes',
    format: 'source.format',
    encodingName: 'source.encoding.name',
    encodingVia: 'source.encoding.via',
    encodingConfidence: 'source.encoding.confidence',
    encodingReplaced: 'source.encoding.replaced',
    script: 'source.script',
  },
  parts: { ...same('id kind title start end'), line: 'lines.0', lastLine: 'lines.1' },
  sections: {
    ...same('id parent level kind marker annex part start end'),
    heading: 'title',
    section: 'chain',
    line: 'lines.0',
    lastLine: 'lines.1',
  },
  tables: { ...same('id title header columns rows'), sectionId: 'section', line: 'lines.0', lastLine: 'lines.1' },
  targets: {
    ...EVIDENCE,
    ...same(
      'class indicator indicatorId comparator value valueMax unit valueBase valueMaxBase unitBase change per year',
    ),
    ...same('baselineValueBase binding modality deadline responsibilities'),
    baselineValue: 'baseline.value',
    baselineYear: 'baseline.year',
    horizonYear: 'horizon.year',
    horizonBasis: 'horizon.basis',
  },
  deadlines: { ...EVIDENCE, ...same('text start end recurring task responsibilities') },
  responsibilities: {
    ...EVIDENCE,
    ...same('style open duty basis leads partners implied units'),
    unit: 'units.*.name',
    role: 'units.*.role',
    fullName: 'units.*.fullName',
    unitId: 'units.*.unitId',
    level: 'units.*.level',
    place: 'units.*.place',
    kind: 'units.*.kind',
    conventionQuote: 'convention.quote',
    conventionLine: 'convention.line',
    scopeStart: 'scope.start',
    scopeEnd: 'scope.end',
  },
  conflicts: same('indicator year targets'),
  indicators: { table: 'id', tableTitle: 'title', header: 'header', cells: 'rows.*', line: 'lines.0' },
  diagnostics: same('code severity message line'),
};

/** The list of a document that holds the records of a kind. */
const LISTS: Partial<Record<Kind, string>> = { documents: '', indicators: 'tables' };
export const listOf = (kind: Kind): string => LISTS[kind] ?? kind;

/** The path of a field below its record; undefined for what no document has. */
export function pathOf(kind: Kind, field: string): readonly string[] | undefined {
  return PATHS[kind][field]?.split('.');
}

/** What a schema says of a field. */
export interface Rule {
  /** With its definitions looked up; without `null` as a choice. */
  readonly shape: Shape;
  readonly nullable: boolean;
}

/** A shape with its references followed, and whether it may be null. */
function settled(shape: Shape, root: Shape): Rule {
  if (shape.$ref !== undefined) return settled(root.$defs?.[shape.$ref.slice('#/$defs/'.length)] ?? {}, root);
  const [first] = shape.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (!first) return { shape, nullable: Array.isArray(shape.type) && shape.type.includes('null') };
  const nullable = shape.anyOf?.some(({ type }) => type === 'null') ?? false;
  const inner = settled(first, root);
  return { shape: inner.shape, nullable: nullable || inner.nullable };
}

function step(shape: Shape, name: string): Shape | undefined {
  if (name === '*') return shape.items || undefined;
  return /^\d+$/.test(name) ? shape.prefixItems?.[Number(name)] : shape.properties?.[name];
}

/** The place in the original is a line, a page or a paragraph: of the columns for them each record fills its own. */
const ANY_PLACE: Rule = { shape: { type: 'integer', minimum: 1 }, nullable: true };

/** What the schema of a document says of a column; null where it says nothing (counts, names out of other tables). */
export function ruleOf(kind: Kind, field: string): Rule | null {
  const path = pathOf(kind, field);
  if (!path) return null;
  if (field.startsWith('source')) return ANY_PLACE;
  const root = documentShape();
  const list = listOf(kind);
  let { shape, nullable } = settled(root, root);
  for (const name of [...(list === '' ? [] : [list, '*']), ...path]) {
    const own = step(shape, name);
    if (!own) return null;
    // A statement without units has a row all the same.
    const optional =
      name === '*' ? path.includes('*') : shape.properties !== undefined && !shape.required?.includes(name);
    const next = settled(own, root);
    shape = next.shape;
    nullable = nullable || next.nullable || optional;
  }
  return { shape, nullable };
}
