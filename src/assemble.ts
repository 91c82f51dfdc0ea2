import { conflictsIn } from './conflicts.js';
import type { AnyDiagnostic } from './core/diagnostic.js';
import type { Change, Draft } from './core/draft.js';
import { lineIndex } from './core/lines.js';
import { lastIndex } from './core/search.js';
import { doubtsIn, suspicionIn, tellDoubts, tellReadings, wordsAround } from './doubts.js';
import type { Extracted } from './extract/index.js';
import { unitsOf } from './extract/units.js';
import { toBase } from './lexicon/base-units.js';
import { indicatorId } from './lexicon/indicators/index.js';
import { governedBy } from './links.js';
import type { ReadFile, SourcePlaces } from './read/index.js';
import { sha256 } from './read/platform.js';
import { toRecord } from './report/messages.js';
import type {
  Cleaning,
  Deadline,
  Document,
  Evidence,
  Meta,
  Responsibility,
  Suspicion,
  Target,
} from './schema/model.js';
import type { Structure } from './structure/index.js';

/** What the parts of the pipeline found, to be put together. */
export interface Parts {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly file: ReadFile;
  readonly draft: Draft;
  readonly script: Document['source']['script'];
  readonly meta: Meta;
  readonly structure: Structure;
  readonly extracted: Extracted;
  readonly diagnostics: readonly AnyDiagnostic[];
}

/** Give records their ids and their places in the original, and link targets to their deadlines. */
export function assemble(parts: Parts): Document {
  const { draft, extracted, file, structure } = parts;
  const doubts = doubtsIn(draft);
  const placeOf = placeIn(parts, suspicionIn(doubts, draft.text));
  const responsibilities = statements(parts, placeOf);
  const deadlineLinks = governedBy(
    extracted.deadlines.map((found) => ownPlace(found, draft.text)),
    responsibilities,
  );
  const targetLinks = governedBy(
    extracted.targets.map((found) => ownPlace(found, draft.text)),
    responsibilities,
  );
  const deadlines = extracted.deadlines.map(
    (found, i): Deadline => ({
      id: `d${i + 1}`,
      ...found.fields,
      responsibilities: deadlineLinks[i] ?? [],
      ...placeOf(found),
    }),
  );
  const deadlineAt = new Map<number, string>();
  extracted.deadlines.forEach(({ at }, i) => {
    if (!deadlineAt.has(at)) deadlineAt.set(at, `d${i + 1}`);
  });
  const targets = extracted.targets.map((found, i): Target => {
    const link = found.time ? deadlineAt.get(found.time.start) : undefined;
    const { class: kind, indicator, ...rest } = found.fields;
    return {
      id: `t${i + 1}`,
      class: kind,
      indicator,
      indicatorId: indicatorId(indicator, rest.unit),
      ...rest,
      ...basesOf(rest),
      deadline: link ?? null,
      responsibilities: targetLinks[i] ?? [],
      ...placeOf(found),
    };
  });
  const conflicts = conflictsIn({
    ...{ targets, deadlines, meta: parts.meta, parts: structure.parts, sections: structure.sections },
    tables: extracted.tables,
  });
  return {
    schema: 'gongwen/document@1',
    source: {
      path: parts.path,
      sha256: sha256(parts.bytes),
      bytes: parts.bytes.length,
      format: file.format,
      encoding: file.encoding,
      script: parts.script,
    },
    meta: parts.meta,
    parts: [...structure.parts],
    sections: [...structure.sections],
    tables: [...extracted.tables],
    targets,
    deadlines,
    responsibilities,
    conflicts,
    cleaning: cleaningOf(draft),
    diagnostics: [
      ...parts.diagnostics,
      ...extracted.diagnostics,
      ...tellDoubts(doubts, draft.text),
      ...tellReadings(extracted, targets, conflicts),
    ].map(toRecord),
  };
}

/** Where a record says what it is: at its value or time; in a table, where that is a cell of its own, at the row's name. */
function ownPlace({ at, cell, start }: Found, text: string): number {
  const own = at ?? cell ?? start;
  return text.slice(start, own).includes('\n') ? start : own;
}

/** The statements of responsibility, with what is known of the units that they name. */
function statements({ extracted, meta }: Parts, placeOf: (found: Found) => Placed): Responsibility[] {
  const region = { name: meta.region, level: meta.regionLevel };
  return extracted.responsibilities.map((found, i) => {
    const { style, leads, partners, implied, ...rest } = found.fields;
    const named = [
      ...leads.map((name) => ({ name, role: 'lead' }) as const),
      ...partners.map((name) => ({ name, role: 'partner' }) as const),
      ...implied.map((name) => ({ name, role: 'implied' }) as const),
    ];
    const units = unitsOf(named, region);
    const place = placeOf({ ...found, from: rest.scope.start });
    return { id: `r${i + 1}`, style, leads, partners, implied, units, ...rest, ...place };
  });
}

type Bases = Pick<Target, 'valueBase' | 'valueMaxBase' | 'unitBase' | 'baselineValueBase'>;
type Values = Pick<Target, 'value' | 'valueMax' | 'unit' | 'baseline'>;

/** The values in the base of their unit. */
function basesOf({ value, valueMax, unit, baseline }: Values): Bases {
  const base = (printed: number | undefined | null): number | null =>
    printed === undefined || printed === null ? null : (toBase(printed, unit)?.valueBase ?? null);
  const main = toBase(value, unit);
  return {
    valueBase: main?.valueBase ?? null,
    valueMaxBase: base(valueMax),
    unitBase: main?.unitBase ?? null,
    baselineValueBase: base(baseline?.value),
  };
}

interface Placed {
  readonly section: string | null;
  readonly item: string | null;
  readonly suspect: Suspicion | null;
  readonly evidence: Evidence;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly section: string | null;
  /** Where the value or the time stands, if not at the start. */
  readonly at?: number;
  /** Where the cell of the value begins, in a table. */
  readonly cell?: number;
  /** Where the time stands that binds it. */
  readonly time?: { readonly start: number; readonly end: number } | undefined;
  /** Where the text begins that it governs. */
  readonly from?: number;
}

const AT_ENDS = /[\s,，;；。、]/;

/** Evidence for a range of the cleaned text; blanks and marks at its ends are left out. */
function placeIn(
  { draft, structure, file }: Parts,
  suspicionOf: (start: number, end: number) => Suspicion | null,
): (found: Found) => Placed {
  const { text, decoded, map } = draft;
  const inText = lineIndex(text);
  const inSource = placesOf(decoded, file.places);
  return (found) => {
    let { start, end } = found;
    while (start < end - 1 && AT_ENDS.test(text[start] ?? '')) start++;
    while (end > start + 1 && AT_ENDS.test(text[end - 1] ?? '')) end--;
    const source = map.range(start, end);
    const at = found.at ?? found.cell;
    const own = at === undefined ? [{ start, end }] : wordsAround(text, { start, end }, at);
    const { time } = found;
    const said = time ? [...own, { start: time.start - 1, end: time.end + 1 }] : own;
    return {
      section: found.section,
      item: structure.itemAt(found.at ?? start, found.from)?.id ?? null,
      suspect: said.map((words) => suspicionOf(words.start, words.end)).find((kind) => kind !== null) ?? null,
      evidence: {
        quote: text.slice(start, end),
        start,
        end,
        line: inText(start).line,
        source: inSource(source.start, source.end),
      },
    };
  };
}

/** What a range of the decoded original is called. */
function placesOf(decoded: string, places?: SourcePlaces): (start: number, end: number) => Evidence['source'] {
  const inSource = lineIndex(decoded);
  if (!places) return (start, end) => ({ ...inSource(start), start, end });
  const { kind, starts } = places;
  return (start) => {
    const number = Math.max(1, lastIndex(starts.length, (i) => (starts[i] ?? 0) <= start) + 1);
    if (kind === 'paragraph') return { paragraph: number };
    return { page: number, line: inSource(start).line - inSource(starts[number - 1] ?? 0).line + 1 };
  };
}

type Removed = Cleaning['removed'][number];

/** What was removed and repaired, in places of the decoded original; neighbouring lines of one reason together. */
function cleaningOf(draft: Draft): Cleaning {
  const place = lineIndex(draft.decoded);
  const removed: (Removed & { end: number })[] = [];
  const repaired: Cleaning['repaired'] = [];
  for (const change of [...draft.changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const { cause } = change.edit;
    if (cause.kind === 'removed') addRemoved(removed, change, cause.reason as Removed['reason'], place);
    else if (cause.kind === 'repaired') {
      repaired.push({
        kind: cause.repair,
        line: place(change.start).line,
        before: change.before,
        after: change.edit.text,
        ...(cause.guessed ? { guessed: true } : {}),
      });
    }
  }
  return { removed: removed.map(({ end: _, ...entry }) => entry), repaired };
}

function addRemoved(
  removed: (Removed & { end: number })[],
  change: Change,
  reason: Removed['reason'],
  place: (offset: number) => { line: number },
): void {
  const from = place(change.start).line;
  const to = place(Math.max(change.start, change.end - 1)).line;
  const last = removed.at(-1);
  const text = change.before.replace(/\n$/, '');
  if (last && last.reason === reason && from - last.end <= 2) {
    removed[removed.length - 1] = {
      ...last,
      lines: [last.lines[0], Math.max(last.lines[1], to)],
      text: `${last.text}\n${text}`,
      end: to,
    };
  } else removed.push({ reason, lines: [from, to], text, end: to });
}
