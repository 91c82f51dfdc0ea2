import { createHash } from 'node:crypto';
import { type AnyDiagnostic, diagnostic } from './core/diagnostic.js';
import type { Change, Draft } from './core/draft.js';
import { lineIndex, linesOf } from './core/lines.js';
import type { Extracted } from './extract/index.js';
import { indicatorId } from './lexicon/indicators.js';
import type { ReadFile } from './read/index.js';
import { toRecord } from './report/messages.js';
import type {
  Cleaning,
  Conflict,
  Deadline,
  Document,
  Evidence,
  Meta,
  Responsibility,
  Section,
  Target,
} from './schema/model.js';

/** What the parts of the pipeline found, to be put together. */
export interface Parts {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly file: ReadFile;
  readonly draft: Draft;
  readonly script: Document['source']['script'];
  readonly meta: Meta;
  readonly sections: readonly Section[];
  readonly extracted: Extracted;
  readonly diagnostics: readonly AnyDiagnostic[];
}

/** Give records their ids and their places in the original, and link targets to their deadlines. */
export function assemble(parts: Parts): Document {
  const { draft, extracted, file } = parts;
  const evidenceOf = evidenceIn(draft);
  const deadlines = extracted.deadlines.map(
    (found, i): Deadline => ({ id: `d${i + 1}`, ...found.fields, section: found.section, evidence: evidenceOf(found) }),
  );
  const targets = extracted.targets.map((found, i): Target => {
    const link = found.time ? extracted.deadlines.findIndex((d) => d.at === found.time?.start) : -1;
    const { class: kind, indicator, ...rest } = found.fields;
    return {
      id: `t${i + 1}`,
      class: kind,
      indicator,
      indicatorId: indicatorId(indicator),
      ...rest,
      deadline: link < 0 ? null : `d${link + 1}`,
      section: found.section,
      evidence: evidenceOf(found),
    };
  });
  const responsibilities = extracted.responsibilities.map(
    (found, i): Responsibility => ({
      id: `r${i + 1}`,
      ...found.fields,
      section: found.section,
      evidence: evidenceOf(found),
    }),
  );
  return {
    schema: 'gongwen/document@1',
    source: {
      path: parts.path,
      sha256: createHash('sha256').update(parts.bytes).digest('hex'),
      bytes: parts.bytes.length,
      format: file.format,
      encoding: file.encoding,
      script: parts.script,
    },
    meta: parts.meta,
    sections: [...parts.sections],
    tables: [...extracted.tables],
    targets,
    deadlines,
    responsibilities,
    conflicts: conflictsIn(targets),
    cleaning: cleaningOf(draft),
    diagnostics: [...parts.diagnostics, ...guesses(draft), ...losses(draft), ...doubts(extracted, targets)].map(
      toRecord,
    ),
  };
}

/** Evidence for a range of the cleaned text; blanks and marks at its ends are left out. */
function evidenceIn(draft: Draft): (range: { start: number; end: number }) => Evidence {
  const { text, decoded, map } = draft;
  const inText = lineIndex(text);
  const inSource = lineIndex(decoded);
  return (range) => {
    let { start, end } = range;
    while (start < end - 1 && /[\s,，;；。、]/.test(text[start] ?? '')) start++;
    while (end > start + 1 && /[\s,，;；。、]/.test(text[end - 1] ?? '')) end--;
    const source = map.range(start, end);
    return {
      quote: text.slice(start, end),
      start,
      end,
      line: inText(start).line,
      source: { ...inSource(source.start), start: source.start, end: source.end },
    };
  };
}

/** The same indicator and year with different values. */
function conflictsIn(targets: readonly Target[]): Conflict[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.class !== 'outcome' || target.year === null || target.change !== null) continue;
    const key = `${target.indicator}|${target.year}|${target.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map((t) => t.value)).size > 1)
    .map((group) => ({
      indicator: group[0]?.indicator ?? '',
      year: group[0]?.year ?? null,
      targets: group.map((t) => t.id),
    }));
}

/** Characters that a repair had to guess, each at its line of the cleaned text. */
function guesses(draft: Draft): AnyDiagnostic[] {
  const guessed = draft.changes.filter(({ edit }) => edit.cause.kind === 'repaired' && edit.cause.guessed);
  if (guessed.length === 0) return [];
  const ends = linesOf(draft.text).map((line) => draft.map.endOf(line.end));
  return guessed.map(({ edit, before, start }) => {
    const line = ends.findIndex((end) => end > start) + 1;
    return diagnostic('clean/guessed-character', 'warning', { before, after: edit.text }, line || undefined);
  });
}

/**
 * What stands for lost characters: U+FFFD; 锟斤拷, which is two U+FFFD of UTF-8 read as GBK and what became of one Chinese
 * character; and 烫烫烫, 屯屯屯, 葺葺葺, memory that was never written, in GBK.
 */
const LEFT_BY_LOSS = /\ufffd+|(?:锟斤拷)+|烫{3,}|屯{3,}|葺{3,}/g;
/** Characters around a loss that say where it is. */
const AROUND = 4;

/** Characters that misread bytes took along, line by line of the cleaned text: marked by repairs, or shown as 锟斤拷. */
function losses(draft: Draft): AnyDiagnostic[] {
  const repaired = draft.changes.filter(
    ({ edit }) => edit.cause.kind === 'repaired' && edit.cause.repair === 'mojibake' && edit.text.includes('\ufffd'),
  );
  if (repaired.length === 0 && draft.text.search(LEFT_BY_LOSS) < 0) return [];
  let next = 0;
  return linesOf(draft.text).flatMap((line): AnyDiagnostic[] => {
    // Both lists rise: what ends before this line is passed once.
    while ((repaired[next]?.end ?? Number.POSITIVE_INFINITY) <= draft.map.startOf(line.start)) next++;
    const marked = (repaired[next]?.start ?? Number.POSITIVE_INFINITY) < draft.map.endOf(line.end);
    const found = [...line.text.matchAll(LEFT_BY_LOSS)].filter(({ 0: run }) => marked || run[0] !== '\ufffd');
    const first = found[0];
    if (!first) return [];
    const count = found.reduce((sum, { 0: run }) => sum + Math.ceil(run.length / (run[0] === '锟' ? 3 : 1)), 0);
    const text = line.text.slice(Math.max(0, first.index - AROUND), first.index + first[0].length + AROUND);
    return [diagnostic('clean/lost-characters', 'warning', { count, text }, line.number)];
  });
}

/** Readings that the text leaves open: lists that do not pair, values that contradict each other. */
function doubts(extracted: Extracted, targets: readonly Target[]): AnyDiagnostic[] {
  const unpaired = extracted.targets.flatMap((found, i) => {
    const target = targets[i];
    if (!found.unpaired || !target || extracted.targets[i - 1]?.start === found.start) return [];
    const { quote, line } = target.evidence;
    return [diagnostic('target/unpaired-list', 'warning', { quote, ...found.unpaired }, line)];
  });
  const conflicts = conflictsIn(targets).map(({ indicator, year, targets: ids }) => {
    const group = targets.filter((target) => ids.includes(target.id));
    const values = group.map((target) => target.value);
    return diagnostic('target/conflict', 'warning', { indicator, year: year ?? 0, values }, group[0]?.evidence.line);
  });
  return [...unpaired, ...conflicts];
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
