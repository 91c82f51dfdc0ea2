// One file to a table of its targets, in Markdown, each with the line of the file that says it.
//
//   node examples/parse-one.mjs fixtures/html/housing-boxes/source.html
//
// In a project of your own: npm install gongwen, and keep the imports as they are.
import { readFile } from 'node:fs/promises';
import { InputError, parse } from 'gongwen';

const SIGNS = { eq: '=', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈', range: '=' };

/** `{ "line": 57, … }` of a text, `{ "page": 3, "line": 12 }` of a PDF, `{ "paragraph": 40 }` of a Word file. */
const placeOf = ({ page, line, paragraph }) =>
  paragraph ? `paragraph ${paragraph}` : page ? `page ${page}, line ${line}` : `line ${line}`;

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

function tableOf({ targets, responsibilities }) {
  const statements = new Map(responsibilities.map((statement) => [statement.id, statement]));
  const leadsOf = (ids) => [...new Set(ids.flatMap((id) => statements.get(id)?.leads ?? []))].join('、');
  return [
    row(['indicator', 'value', 'year', 'led by', 'stands in']),
    row(['---', '---', '---', '---', '---']),
    ...targets.map(({ indicator, comparator, value, valueMax, unit, year, horizon, responsibilities, evidence }) =>
      row([
        indicator,
        `${SIGNS[comparator]} ${value}${valueMax === null ? '' : `~${valueMax}`}${unit}`,
        // A year in brackets is not that of the sentence: a heading or the title of the plan sets it.
        year ?? (horizon ? `(${horizon.year})` : ''),
        leadsOf(responsibilities),
        placeOf(evidence.source),
      ]),
    ),
  ].join('\n');
}

const path = process.argv[2];
if (path === undefined) {
  console.error('usage: node examples/parse-one.mjs FILE');
  process.exit(2);
}
try {
  const { document } = await parse(await readFile(path), { path });
  console.log(`# ${document.meta.title ?? path}\n\n${tableOf(document)}`);
  for (const { severity, message } of document.diagnostics) if (severity !== 'info') console.error(`note: ${message}`);
} catch (error) {
  // What is no plan is told in one line; everything else is a bug and keeps its trace.
  if (!(error instanceof InputError)) throw error;
  console.error(`${path}: ${error.diagnostic.code}`);
  process.exitCode = 1;
}
