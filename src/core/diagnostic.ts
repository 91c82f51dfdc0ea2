/** How bad: `error` = the file gave nothing, `warning` = a reader should look, `info` = good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** A heading as a message names it: its number and title, its line in the cleaned text, 1-based. */
export interface HeadingPlace {
  heading: string;
  line: number;
}

/** What one source of a file says of the document. */
export interface SaidOfDocument {
  value: string;
  from: string;
  line: number | null;
}

/** Every diagnostic by its code, with the arguments that it carries. The wording is in `report/messages.ts`. */
export interface DiagnosticArguments {
  'input/missing': { path: string };
  'input/no-plans': { path: string };
  'input/unreadable': { path: string; cause: string };
  'input/no-member': { member: string };
  'input/no-documents': Record<string, never>;
  /** `seconds`: after which it was given up. */
  'input/stalled': { seconds: number };
  'input/crashed': { cause: string };
  'input/store-damaged': Record<string, never>;
  /** `problem`: of a document that this program has written and somebody has changed. */
  'stored/damaged': { problem: string };
  'input/empty': Record<string, never>;
  'input/binary': { looksLike: string };
  /** `guess`: the encoding that the bytes may be in instead, where one is told. */
  'input/not-chinese': { share: number; guess?: string };
  /** `characters`: how many a text may have (UTF-16 units). */
  'input/too-large': { characters: number };
  'input/no-text': Record<string, never>;
  /** An archive of a kind that is not read. */
  'input/packed': { looksLike: string };
  'input/own-output': { what: string };
  'archive/damaged': { problem: string };
  /** `allowed`: of entries, MiB or times its size; for `overlap` nothing. */
  'archive/limit': { limit: 'entries' | 'entry' | 'total' | 'ratio' | 'depth' | 'overlap'; allowed: number };
  'archive/entry': { problem: string };
  /** `columns`: what there is. */
  'corpus/no-text': { columns: readonly string[] };
  'corpus/no-such-column': { column: string; columns: readonly string[] };
  'corpus/text-column': { taken: string; others: readonly string[] };
  'corpus/damaged': { kind: string; problem: string };
  'corpus/bad-row': { problem: string };
  'corpus/uneven-row': { cells: number; columns: number };
  /** `to`: the format that the program that made the file can save it in. */
  'input/convert': { looksLike: string; to: 'docx' | 'html' | 'pdf' };
  'input/encrypted': { looksLike: string };
  /** What the build for browsers leaves to that for Node. */
  'input/needs-node': { looksLike: string };
  /** `format`: what the file is; `why`: what of it is damaged, a clause. */
  'input/broken': { format: string; why: string };
  /** `megabytes`: what one part would unpack to; null where the parts are too many. */
  'input/inflates': { megabytes: number | null };
  'input/only-pictures': { pictures: number };
  /** What a Word file holds and its text does not: counts. */
  'docx/left-out': { footnotes: number; endnotes: number; comments: number; hidden: number; deletions: number };
  /** `cause`: what the reader of its format says. */
  'pdf/broken': { cause: string };
  'pdf/password': Record<string, never>;
  'pdf/no-text': { pages: number };
  /** `count`: characters without Unicode; `share`: of all. */
  'pdf/unmapped': { count: number; share: number };
  /** `limit`: pages or characters that a PDF may have. */
  'pdf/too-large': { what: 'pages' | 'characters'; limit: number };
  /** Pages without text among others, and pages that cannot be read; numbers from 1. */
  'pdf/empty-pages': { pages: readonly number[] };
  'pdf/broken-pages': { pages: readonly number[] };
  'encoding/unknown-name': { name: string };
  'encoding/low-confidence': { name: string; confidence: number };
  /** A part in another encoding than the rest, which is in `main`. `lines`: of the decoded original; `parts` in all. */
  'encoding/mixed': { name: string; main: string; lines: readonly [number, number]; parts: number };
  'encoding/replaced': { name: string; count: number };
  /** `text`: the doubtful stretch, `around`: the same with its neighbours. */
  'clean/guessed-character': { text: string; around: string };
  'clean/glued-digits': { text: string; around: string };
  'clean/lost-range': { text: string; around: string };
  /** `count`: characters that are marked as lost in the line. */
  'clean/lost-characters': { count: number; around: string };
  /** `more`: other such marks of a line that has too many to tell them one by one. */
  'clean/unbalanced': { mark: string; around: string; more?: number };
  /** `values`: the one that was taken first; `from` is where it is said, `line` 1-based, null outside of the cleaned text. */
  'meta/title': { values: readonly SaidOfDocument[] };
  'meta/issuer': { values: readonly SaidOfDocument[] };
  'meta/number': { values: readonly SaidOfDocument[] };
  'meta/date': { fact: 'written' | 'published'; values: readonly SaidOfDocument[] };
  /** A page that is older than the document on it. */
  'meta/date-order': { written: SaidOfDocument; published: SaidOfDocument };
  'structure/no-plan': Record<string, never>;
  /** `pictures`: how many the page shows. */
  'structure/no-sentences': { pictures: number };
  /** `lines`: first and last of each plan in the cleaned text. */
  'structure/several-plans': { plans: { title: string; lines: readonly [number, number] }[] };
  /** `missing`: as they would be printed; `before`, `after`: the headings that the loss stands between. */
  'structure/numbering-gap': { missing: string[]; before: HeadingPlace | null; after: HeadingPlace };
  /** `before`: where the number stands first. */
  'structure/numbering-repeat': { marker: string; before: HeadingPlace };
  /** `before`: the higher number before it. */
  'structure/numbering-order': { marker: string; before: HeadingPlace };
  /** `torn`: how many of the cuts between the pieces go through a sentence. */
  'structure/long-line': { characters: number; pieces: number; torn: number };
  /** A number that reads like a target and that nothing names. */
  'target/nameless': { quote: string };
  'responsibility/unread': { quote: string };
  'responsibility/no-lead': { quote: string };
  'target/unpaired-list': { quote: string; years: number; values: number };
  /** `values`: as printed, each with the lines (1-based) that say it; `year`: null where it is said of every year. */
  'target/conflict': { indicator: string; year: number | null; values: { value: string; lines: number[] }[] };
  'table/uncertain': { title: string };
  'table/rebuilt': { title: string; rows: number; columns: number };
  /** A table of labels and numbers that states nothing of the plan: it looks back, gives points, or does not say that it is planned. */
  'table/no-records': { title: string; why: 'past' | 'scores' | 'unplanned' };
  /** `cells`: how many say 同上 or 〃 and were read as the cell above. */
  'table/same-as-above': { title: string; cells: number };
  'schema/invalid': { path: string; problem: string };
}

/** The codes of all diagnostics. */
export type DiagnosticCode = keyof DiagnosticArguments;

/** A finding about a document, with its place: a 1-based line of the cleaned text, where it has one. */
export interface Diagnostic<C extends DiagnosticCode = DiagnosticCode> {
  readonly code: C;
  readonly severity: Severity;
  readonly args: DiagnosticArguments[C];
  readonly line?: number;
}

/** A diagnostic of any code. */
export type AnyDiagnostic = { [C in DiagnosticCode]: Diagnostic<C> }[DiagnosticCode];

export function diagnostic<C extends DiagnosticCode>(
  code: C,
  severity: Severity,
  args: DiagnosticArguments[C],
  line?: number,
): AnyDiagnostic {
  return { code, severity, args, ...(line === undefined ? {} : { line }) } as AnyDiagnostic;
}

/** An input that cannot become a document. Carries the diagnostic that says why. */
export class InputError extends Error {
  constructor(readonly diagnostic: AnyDiagnostic) {
    super(diagnostic.code);
    this.name = 'InputError';
  }
}
