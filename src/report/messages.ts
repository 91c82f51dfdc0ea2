import type {
  AnyDiagnostic,
  DiagnosticArguments,
  DiagnosticCode,
  HeadingPlace,
  SaidOfDocument,
} from '../core/diagnostic.js';
import type { DiagnosticRecord } from '../schema/model.js';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const list = (items: readonly (string | number)[]): string => items.join(', ');
const times = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
/** 1, 2, 3, 7 as "pages 1–3, 7". */
const pagesIn = (pages: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges.slice(0, 10).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${pages.length === 1 ? 'page' : 'pages'} ${list(shown)}${ranges.length > 10 ? ' and more' : ''}`;
};
const placed = ({ heading, line }: HeadingPlace): string => `"${short(heading)}" (line ${line})`;
const short = (heading: string): string => (heading.length > 30 ? `${heading.slice(0, 30)}…` : heading);

/** Where a fact of the document is said; the names are those of `extract/meta/claims.ts`. */
const sources: Readonly<Record<string, string>> = {
  block: 'the facts of the page',
  page: 'the facts of the page',
  origin: 'the facts of the page',
  signature: 'the signature',
  head: 'the head',
  title: 'the title',
  cover: 'the notice',
  opening: 'the first sentences',
  annexes: 'the annexes',
  speech: 'the line under the title',
  print: 'the line of the print',
  tags: 'the meta tags',
  corpus: 'the columns of the corpus',
  window: 'the title of the window',
};
const said = ({ value, from, line }: SaidOfDocument): string =>
  `"${value}" in ${sources[from] ?? from}${line === null ? '' : ` (line ${line})`}`;
const saidAll = (values: readonly SaidOfDocument[]): string => values.map(said).join(' but ');

const overLimit: { readonly [L in DiagnosticArguments['archive/limit']['limit']]: (allowed: number) => string } = {
  entries: (allowed) => `the archive has more than ${allowed} entries`,
  entry: (allowed) => `unpacks to more than ${allowed} MiB`,
  total: (allowed) => `the archive unpacks to more than ${allowed} MiB, the rest was left`,
  ratio: (allowed) => `unpacks to more than ${allowed} times its size, as bombs do`,
  depth: (allowed) => `lies more than ${allowed} archives deep`,
  overlap: () => 'entries of the archive share their bytes, as those of bombs do',
};

const unread: { readonly [W in DiagnosticArguments['table/no-records']['why']]: string } = {
  past: 'its values are of the time before the plan',
  scores: 'it gives points of an assessment',
  unplanned: 'it does not say that its values are planned',
};

const saveAs: { readonly [T in DiagnosticArguments['input/convert']['to']]: string } = {
  docx: 'save it as .docx in Word or WPS, or with "soffice --convert-to docx FILE", and read that',
  html: 'save it as a web page (.html) in its program, or with "soffice --convert-to html FILE", and read that',
  pdf: 'print it to a .pdf in its program and read that',
};

/** One sentence a code: what is wrong, then what mends it. A code without a sentence does not compile. */
const sentences: { readonly [C in DiagnosticCode]: (args: DiagnosticArguments[C]) => string } = {
  'input/missing': ({ path }) => `there is no file or folder "${path}"; check the spelling, or quote a pattern`,
  'input/no-plans': ({ path }) => `"${path}" holds no files to read; hidden ones do not count`,
  'input/unreadable': ({ cause }) => `cannot be read (${cause}); check that you may open it`,
  'input/no-documents': () =>
    'holds no documents: the archive or table is empty; compare its size with the original, and download it again',
  'input/no-member': ({ member }) =>
    `holds no document "${member}"; extract the whole file to see the names of those that it holds`,
  'input/stalled': ({ seconds }) =>
    `was not read within ${seconds} seconds and given up; give it more time with --timeout, or look at what is strange in it`,
  'input/store-damaged': () =>
    'what an earlier run kept of this document is damaged or gone; run it again with --force, then merge again',
  'input/crashed': ({ cause }) =>
    `broke off the reading (${cause}): this is a bug or too large a file, please report it; the other files were read`,
  'input/empty': () => 'the file is empty; download it again',
  'input/binary': ({ looksLike }) =>
    `is not text but looks like ${looksLike}; save the plan as .txt or .html and try that`,
  'input/not-chinese': ({ share, guess }) =>
    `only ${percent(share)} of its letters are Chinese${guess ? ` (it may be ${guess})` : ''}; give a Chinese plan, or force its encoding with --encoding`,
  'input/too-large': ({ characters }) =>
    `holds more than ${Math.floor(characters / 1e6)} million characters, which is more than a plan can have; split it`,
  'input/no-text': () => 'holds no text outside its markup; save the page again after it has loaded fully',
  'input/packed': ({ looksLike }) =>
    `is ${looksLike}, which is not read; unpack it and give what is in it, or pack it as .zip`,
  'stored/damaged': ({ problem }) =>
    `is no whole document of gongwen (${problem}); "gongwen validate" names all that is wrong with it`,
  'input/own-output': ({ what }) =>
    `is ${what}: what gongwen wrote is no plan; give the files that it was made from (compare and report take the folder and JSON, too)`,
  'archive/damaged': ({ problem }) => `the archive is damaged (${problem}); download or pack it again`,
  'archive/limit': ({ limit, allowed }) =>
    `${overLimit[limit](allowed)}; unpack it by other means if you trust it, and give the files`,
  'archive/entry': ({ problem }) =>
    `cannot be taken out of its archive: ${problem}; unpack it by other means, and give the file`,
  'corpus/no-text': ({ columns }) =>
    `no column holds long Chinese text (${columns.length > 0 ? `there are ${list(columns)}` : 'there are none'}); name the one that holds the plans with --text-column`,
  'corpus/no-such-column': ({ column, columns }) =>
    `there is no column "${column}" for --text-column; choose from ${list(columns) || 'none at all'}`,
  'corpus/text-column': ({ taken, others }) =>
    `the text of all rows was taken from the column "${taken}"; ${list(others)} may hold it too, choose with --text-column`,
  'corpus/damaged': ({ kind, problem }) =>
    `begins as ${kind} and cannot be read as such (${problem}); export or download it again`,
  'corpus/bad-row': ({ problem }) => `this row cannot be read: ${problem}; mend it in the file`,
  'corpus/uneven-row': ({ cells, columns }) =>
    `this row has ${times(cells, 'cell')} for ${times(columns, 'column')}; check that its text is whole, and put texts into quotation marks`,
  'input/convert': ({ looksLike, to }) => `is ${looksLike}, which is not read; ${saveAs[to]}`,
  'input/encrypted': ({ looksLike }) => `is ${looksLike}; open it with its password, save it without one and read that`,
  'input/needs-node': ({ looksLike }) =>
    `is ${looksLike}, which is not read in a browser; read it with gongwen on Node.js, or save it as a web page (.html) or text`,
  'input/broken': ({ format, why }) => `the ${format} is damaged: ${why}; download it again`,
  'input/inflates': ({ megabytes }) =>
    `would unpack to ${megabytes === null ? 'too many parts' : `${megabytes} MB`}, which no plan does; check where the file comes from, or save it again from Word`,
  'input/only-pictures': ({ pictures }) =>
    `holds no text${pictures > 0 ? `, only ${times(pictures, 'picture')}: a scan` : ''}; look for the text itself, or put it through OCR first`,
  'docx/left-out': (counts) => {
    const named: [number, string][] = [
      [counts.footnotes, 'footnote'],
      [counts.endnotes, 'endnote'],
      [counts.comments, 'comment'],
      [counts.hidden, 'hidden passage'],
      [counts.deletions, 'tracked deletion'],
    ];
    const told = named.filter(([count]) => count > 0).map(([count, name]) => times(count, name));
    const draft = counts.deletions > 0 ? ' (tracked changes are read as if accepted)' : '';
    return `the text leaves out ${list(told)} of the Word file${draft}; read them there if they matter`;
  },
  'pdf/broken': ({ cause }) => `is a PDF that cannot be opened (${cause}); download it again`,
  'pdf/password': () => 'is a PDF that asks for a password; save it without one and try that',
  'pdf/no-text': ({ pages }) =>
    `is a PDF of ${times(pages, 'page')} with pictures and no text; run OCR on it (such as ocrmypdf -l chi_sim) and try the result`,
  'pdf/unmapped': ({ count, share }) =>
    `${count === 0 ? 'characters' : times(count, 'character')} (${percent(share)}) of the PDF have no Unicode in its fonts and cannot be read; run OCR on it (such as ocrmypdf --force-ocr -l chi_sim) or get the file in another format`,
  'pdf/too-large': ({ what, limit }) => `is a PDF of more than ${limit} ${what}; split it`,
  'pdf/empty-pages': ({ pages }) =>
    `${pagesIn(pages)} of the PDF ${pages.length === 1 ? 'has' : 'have'} no text; if a part of the plan is a picture there, run OCR on it`,
  'pdf/broken-pages': ({ pages }) =>
    `${pagesIn(pages)} of the PDF cannot be read and ${pages.length === 1 ? 'is' : 'are'} missing here; download it again`,
  'encoding/unknown-name': ({ name }) =>
    `"${name}" is not a known encoding; use one such as utf-8, gb18030, big5 or utf-16le`,
  'encoding/low-confidence': ({ name, confidence }) =>
    `read as ${name} with only ${percent(confidence)} confidence; if the text looks wrong, force another with --encoding`,
  'encoding/mixed': ({ name, main, lines: [from, to], parts }) => {
    const place = from === to ? `line ${from} of the file` : `lines ${from} to ${to} of the file`;
    const what = parts === 1 ? `${place} in ${name}` : `${parts} parts in ${name}, the first in ${place}`;
    return `${what}, the rest in ${main}: each was read in its own encoding; compare them with the original`;
  },
  'encoding/replaced': ({ name, count }) =>
    `${times(count, 'character')} could not be decoded as ${name}; if they matter, force another with --encoding or download again`,
  'clean/guessed-character': ({ text, around }) =>
    `"${text}" in "${around}" was restored by guess; compare it with the original`,
  'clean/glued-digits': ({ text, around }) =>
    `"${text}" in "${around}" has lost what stood between its numbers; compare it with the original`,
  'clean/lost-range': ({ text, around }) =>
    `"${text}" in "${around}" may be a range that lost its dash; compare it with the original`,
  'clean/lost-characters': ({ count, around }) =>
    `${times(count, 'character')} lost before or while this file was read, as in "${around}"; look them up in the original`,
  'clean/unbalanced': ({ mark, around, more }) =>
    `${mark} has no partner in "${around}"${more ? `, nor have ${times(more, 'other mark')} of its line` : ''}; check whether the file lost characters there`,
  'meta/title': ({ values }) => `the title is ${saidAll(values)}; the first was taken, check which names the plan`,
  'meta/issuer': ({ values }) => `the issuer is ${saidAll(values)}; the first was taken, check who signs`,
  'meta/number': ({ values }) =>
    `the document number is ${saidAll(values)}; the first was taken, compare it with the original`,
  'meta/date': ({ fact, values }) =>
    `the document was ${fact} on ${saidAll(values)}; the first was taken, compare it with the original`,
  'meta/date-order': ({ written, published }) =>
    `published on ${said(published)}, which is before it was written on ${said(written)}; check both`,
  'structure/no-plan': () =>
    'has neither numbered headings nor the title of a plan; check that it is one, its records may be of a news page',
  'structure/no-sentences': ({ pictures }) =>
    `the page holds no sentence of a document${pictures > 0 ? `, only ${times(pictures, 'picture')}` : ''}: the plan is in a picture or an attached file; download that one`,
  'structure/several-plans': ({ plans }) => {
    const named = plans.map(
      ({ title, lines: [from, to] }) => `${title === '' ? 'untitled' : title} (lines ${from} to ${to})`,
    );
    const shown = named.length > 5 ? [...named.slice(0, 5), `${named.length - 5} more`] : named;
    return `the file holds ${plans.length} plans: ${list(shown)}; title, issuer and dates are those of the first, so split the file where the others matter`;
  },
  'structure/numbering-gap': ({ missing, before, after }) =>
    `${before ? `between ${placed(before)} and ${placed(after)}` : `before ${placed(after)}`} the numbering lacks ${list(missing)}; check whether the file lost that part`,
  'structure/numbering-repeat': ({ marker, before }) =>
    `the number "${marker}" stands twice at the same level, first in ${placed(before)}; check whether the file lost a heading between or repeats a part`,
  'structure/numbering-order': ({ marker, before }) =>
    `the number "${marker}" stands behind ${placed(before)}; check the order in the original`,
  'structure/long-line': ({ characters, pieces, torn }) =>
    `a line of ${characters} characters was read in ${pieces} pieces${torn > 0 ? `, ${times(torn, 'cut')} inside a sentence` : ''}; check whether the file lost its line ends`,
  'responsibility/unread': ({ quote }) =>
    `"${quote}" reads like a statement of responsibility, but no body in it could be told, so it is not given; read it by hand`,
  'responsibility/no-lead': ({ quote }) =>
    `"${quote}" says who takes part and not who leads; look for the lead in the text around it`,
  'target/nameless': ({ quote }) => `nothing names the value in "${quote}", so it is not given; read it by hand`,
  'target/unpaired-list': ({ quote, years, values }) =>
    `${times(years, 'year')} but ${times(values, 'value')} in "${quote}"; pair them by hand`,
  'target/conflict': ({ indicator, year, values }) =>
    `${indicator} for ${year ?? 'every year'} is given as ${values.map(({ value, lines }) => `${value} (${lines.length > 1 ? 'lines' : 'line'} ${list(lines.map(String))})`).join(' and ')}; decide which one holds`,
  'table/rebuilt': ({ title, rows, columns }) =>
    `table "${title}" was rebuilt from lines of one cell each (${times(columns, 'column')}, ${times(rows, 'row')}); compare a row with the original`,
  'table/uncertain': ({ title }) =>
    `the rows of table "${title}" could not be told, its lines were left as text; read them in the original`,
  'table/same-as-above': ({ title, cells }) =>
    `${times(cells, 'cell')} of table "${title}" ${cells === 1 ? 'says' : 'say'} 同上 or the like and ${cells === 1 ? 'was' : 'were'} read as the cell above; check that no row is missing between`,
  'table/no-records': ({ title, why }) =>
    `no records from table "${title}": ${unread[why]}; look at it if it sets targets`,
  'schema/invalid': ({ problem }) =>
    `the result breaks the schema (${problem}): this is a bug in gongwen, please report it with this file`,
};

/** The sentence of a diagnostic, in English, without the file's name and the line. */
export function messageOf<C extends DiagnosticCode>(found: {
  readonly code: C;
  readonly args: DiagnosticArguments[C];
}): string {
  return sentences[found.code](found.args);
}

/** A diagnostic as it stands in `document.diagnostics`. */
export function toRecord(found: AnyDiagnostic): DiagnosticRecord {
  const { code, severity, line } = found;
  return { code, severity, message: messageOf(found), ...(line === undefined ? {} : { line }) };
}
