import { lastIndex } from '../core/search.js';
import type { DiagnosticRecord, Document, Part, Section, Table } from '../schema/model.js';

/** How much stands in a stretch of the text; `units` are distinct names of those responsible, in whatever role. */
export interface OutlineCounts {
  readonly targets: number;
  readonly deadlines: number;
  readonly units: number;
}

/** A table by its size; the header is no row. */
export interface OutlineTable {
  readonly id: string;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly lines: Table['lines'];
}

interface Held {
  /** With all that stands inside. */
  readonly counts: OutlineCounts;
  /** Without the sections inside; items belong to their section's own text. */
  readonly own: OutlineCounts;
  /** Those of the own text. */
  readonly tables: OutlineTable[];
  readonly children: OutlineSection[];
}

export interface OutlineSection
  extends Pick<Section, 'id' | 'kind' | 'marker' | 'title' | 'chain' | 'level' | 'lines'>,
    Held {}

/** One document of a file. Its own text is what stands before its first heading. */
export interface OutlinePart extends Pick<Part, 'id' | 'kind' | 'title' | 'lines'>, Held {}

/** The section tree of a plan, as `gongwen outline --json` prints it. Ids are those of the document. */
export interface Outline {
  readonly path: string;
  readonly title: string | null;
  /** Of the whole file, whatever is shown. Headings, annexes and boxes are sections, items are counted by themselves. */
  readonly counts: OutlineCounts & { readonly sections: number; readonly items: number; readonly tables: number };
  readonly parts: readonly OutlinePart[];
  /** Findings about headings and tables. */
  readonly diagnostics: readonly DiagnosticRecord[];
}

export interface OutlineOptions {
  /** Items (一是 …) are sections of the tree. Default: not. */
  readonly items?: boolean;
  /** How many levels the tree has at most. Default: all. */
  readonly depth?: number;
}

interface Tally {
  targets: number;
  deadlines: number;
  readonly units: Set<string>;
}

/** What stands where: by the id of a part, section or item. */
type Tallies = Map<string, Tally>;

const emptyTally = (): Tally => ({ targets: 0, deadlines: 0, units: new Set() });

function tallyOf(tallies: Tallies, id: string): Tally {
  const found = tallies.get(id) ?? emptyTally();
  tallies.set(id, found);
  return found;
}

function addTally(to: Tally, more: Tally): void {
  to.targets += more.targets;
  to.deadlines += more.deadlines;
  for (const unit of more.units) to.units.add(unit);
}

const countsOf = ({ targets, deadlines, units }: Tally): OutlineCounts => ({ targets, deadlines, units: units.size });

const isItem = (section: Section): boolean => section.kind === 'item';

/** The part that a line (1-based) stands in; what stands in none is told with the first. */
function partAt(parts: readonly Part[], line: number): string {
  const last = lastIndex(parts.length, (i) => (parts[i]?.lines[0] ?? 0) <= line);
  return parts[Math.max(0, last)]?.id ?? '';
}

/** The records of every section's, item's and part's own text. */
function ownTallies({ parts, targets, deadlines, responsibilities }: Document): Tallies {
  const own: Tallies = new Map();
  type Placed = { readonly section: string | null; readonly item: string | null; readonly evidence: { line: number } };
  const add = (record: Placed, count: (tally: Tally) => void): void => {
    count(tallyOf(own, record.section ?? partAt(parts, record.evidence.line)));
    if (record.item !== null) count(tallyOf(own, record.item));
  };
  for (const target of targets) add(target, (tally) => tally.targets++);
  for (const deadline of deadlines) add(deadline, (tally) => tally.deadlines++);
  for (const statement of responsibilities) {
    add(statement, ({ units }) => {
      for (const unit of [...statement.leads, ...statement.partners]) units.add(unit);
    });
  }
  return own;
}

/** The same with all that stands inside. Sections stand in the order of the text, so those inside come later. */
function fullTallies({ sections, parts }: Document, own: Tallies): Tallies {
  const full: Tallies = new Map();
  for (const [id, tally] of own) addTally(tallyOf(full, id), tally);
  const kinds = new Map(sections.map((section) => [section.id, section.kind]));
  for (const section of sections.toReversed()) {
    const around = section.parent ?? section.part;
    // What stands in an item is counted as its section's own text.
    if (isItem(section) && kinds.get(around) !== 'item') continue;
    addTally(tallyOf(full, around), tallyOf(full, section.id));
  }
  for (const { id } of parts) tallyOf(full, id);
  return full;
}

function tableOf({ id, title, header, rows, lines }: Table): OutlineTable {
  return { id, title, header, rows: rows.length, columns: header.length, lines };
}

function structural(diagnostics: readonly DiagnosticRecord[]): DiagnosticRecord[] {
  return diagnostics.filter(({ code }) => /^(?:structure|table)\//.test(code));
}

/** The section tree of a document, with what stands in its sections. */
export function outlineOf(document: Document, { items = false, depth }: OutlineOptions = {}): Outline {
  const own = ownTallies(document);
  const full = fullTallies(document, own);
  const held = (id: string) => ({
    counts: countsOf(tallyOf(full, id)),
    own: countsOf(tallyOf(own, id)),
    tables: [],
    children: [],
  });
  const shown = new Map<string, Held>();
  const parts = document.parts.map(({ id, kind, title, lines }): OutlinePart => {
    const part = { id, kind, title, lines, ...held(id) };
    shown.set(id, part);
    return part;
  });
  for (const section of document.sections) {
    const { id, kind, marker, title, chain, level, lines } = section;
    const around = shown.get(section.parent ?? section.part);
    if (!around || level > (depth ?? level) || (isItem(section) && !items)) continue;
    const node: OutlineSection = { id, kind, marker, title, chain, level, lines, ...held(id) };
    around.children.push(node);
    shown.set(id, node);
  }
  for (const table of document.tables) {
    shown.get(table.section ?? partAt(document.parts, table.lines[0]))?.tables.push(tableOf(table));
  }
  const total = emptyTally();
  for (const { id } of parts) addTally(total, tallyOf(full, id));
  const listed = document.sections.filter(isItem).length;
  return {
    path: document.source.path,
    title: document.meta.title,
    counts: {
      sections: document.sections.length - listed,
      items: listed,
      tables: document.tables.length,
      ...countsOf(total),
    },
    parts,
    diagnostics: structural(document.diagnostics),
  };
}
