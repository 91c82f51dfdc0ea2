import { ROLES } from '../lexicon/reasons.js';
import type { LineFound, LinesFound, RemovedText, SectionPlace } from '../schema/explanation.js';
import type { Document } from '../schema/model.js';
import { rowText, rowTitle } from './explain-row.js';
import { colouredLine, tokenRows } from './explain-tokens.js';
import { cutTo, type Paper, paragraph, visible } from './paper.js';

/** `二/(一) 扩大普惠资源 (s3), read as goals because of 二 发展目标`. */
export function sectionText(section: SectionPlace | null, document: Document): string {
  if (section === null) return 'none';
  const { id, chain, title, role, roleFrom } = section;
  const name = visible(cutTo([chain, title].filter(Boolean).join(' '), 60));
  const from = roleFrom === null || roleFrom === id ? undefined : document.sections.find((s) => s.id === roleFrom);
  const why = from ? ` because of ${visible(cutTo([from.chain, from.title].filter(Boolean).join(' '), 40))}` : '';
  return `${name} (${id}), read as ${ROLES[role]}${why}`;
}

const KINDS: { readonly [K in LineFound['kind']]: string } = {
  text: '',
  heading: ', a heading',
  table: ', in a table that is read by its columns',
  contents: ', in a table of contents, which is not read',
};

function lineText(found: LineFound, document: Document, paper: Paper): string {
  const { line, text, source, section, kind, table, tokens } = found;
  const start = tokens[0] ? tokens[0].start - tokens[0].column + 1 : 0;
  const [from, to] = source;
  const original = from === to ? `line ${from}` : `lines ${from}-${to}`;
  return [
    paragraph(
      [{ text: `line ${line}`, style: 'bold' }, { text: `${KINDS[kind]}; ${original} of the original` }],
      2,
      paper,
    ),
    paragraph([{ text: `section: ${sectionText(section, document)}` }], 2, paper),
    '\n',
    paragraph([{ text: '  ' }, ...colouredLine(text, start, tokens)], 2, paper),
    '\n',
    ...(table ? [paragraph([{ text: rowTitle(table) }], 2, paper), rowText(table, paper), '\n'] : []),
    tokens.length === 0
      ? paragraph([{ text: '  no numbers and no expressions of time' }], 2, paper)
      : tokenRows(tokens, document, paper),
  ].join('');
}

const LONGEST = 160;

function removedText({ reason, why, text }: RemovedText, paper: Paper): string {
  return [
    paragraph([{ text: 'removed as ' }, { text: reason, style: 'red' }, { text: ` (${why})` }], 2, paper),
    paragraph([{ text: `  ${visible(cutTo(text.replaceAll('\n', ' '), LONGEST))}` }], 2, paper),
  ].join('');
}

/** For people: what became of all the numbers and times of a line, or of the lines that came from one of the original. */
export function linesText({ lines, removed }: LinesFound, document: Document, paper: Paper): string {
  const told = [
    ...lines.map((line) => lineText(line, document, paper)),
    ...removed.map((one) => removedText(one, paper)),
  ];
  return told.length > 0 ? told.join('\n') : paragraph([{ text: 'nothing of the text came from this line' }], 0, paper);
}
