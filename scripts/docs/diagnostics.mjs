import { readdirSync, readFileSync } from 'node:fs';
import { messageOf } from '../../dist/report/messages.js';
import { SAMPLES } from '../../dist/report/samples.js';
import { code, generated, page, table } from './markdown.mjs';

/** What the first half of a code is about. */
const GROUPS = {
  input: 'Files that give nothing',
  archive: 'Archives',
  corpus: 'Corpora (CSV, JSONL, JSON)',
  docx: 'Word files',
  pdf: 'PDF',
  encoding: 'Encodings',
  clean: 'Damage and losses',
  meta: 'Facts about the document',
  structure: 'Headings, parts and lines',
  target: 'Targets',
  responsibility: 'Responsibilities',
  table: 'Tables',
  stored: 'Stored output that is read again',
  schema: 'Bugs',
};

/** Every way in which the sources give a code its severity. */
function severities() {
  const src = new URL('../../src/', import.meta.url);
  const found = new Map();
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(new URL(name.replaceAll('\\', '/'), src), 'utf8');
    for (const [, key, severity] of text.matchAll(/['"]([a-z]+\/[a-z-]+)['"],\s*['"](error|warning|info)['"]/g))
      found.set(key, [...new Set([...(found.get(key) ?? []), severity])].sort());
  }
  return found;
}

export function diagnosticsPage() {
  const known = severities();
  const groups = new Map();
  for (const [key, args] of Object.entries(SAMPLES)) {
    const group = key.split('/')[0];
    const message = messageOf({ code: key, args });
    const cut = message.search(/[;:] (?=[^;:]*$)/);
    const [wrong, mend] = cut < 0 ? [message, '–'] : [message.slice(0, cut), message.slice(cut + 2)];
    const severity = known.get(key)?.join(' or ') ?? 'error';
    groups.set(group, [...(groups.get(group) ?? []), [code(key), severity, wrong, mend]]);
  }
  // A group that has no heading here comes last, under its own name.
  const order = [...new Set([...Object.keys(GROUPS), ...groups.keys()])].filter((group) => groups.has(group));
  return page([
    '# Diagnostics',
    generated('src/report/messages.ts and src/report/samples.ts'),
    'Everything that gongwen has to say about a file has a code, a severity and one line that names the problem and what mends it. `error`: the file gave nothing. `warning`: a reader should look. `info`: good to know. Findings of a document stand in its `diagnostics` and in `diagnostics.csv`, with the line of the cleaned text where they have one; failures stand in `manifest.json` and on stderr. The sentences below are examples: names, numbers and quotes are those of the file.',
    'Besides these, `internal/unexpected` is a bug of gongwen: report it with the file. `GONGWEN_DEBUG=1` shows where it happened.',
    order.flatMap((group) => [
      `## ${GROUPS[group] ?? group}`,
      table(['Code', 'Severity', 'What is wrong', 'What to do'], groups.get(group)),
    ]),
  ]);
}
