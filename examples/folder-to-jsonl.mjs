// A folder of plans to JSON Lines, one target a line, as they are read: ready for jq, DuckDB, pandas or a queue.
//
//   node examples/folder-to-jsonl.mjs fixtures/html > targets.jsonl
//   node examples/folder-to-jsonl.mjs fixtures/html | head -n 3     (stops reading when head has enough)
//
// However many files there are, two of them are in memory at most. Files that cannot be read are named on stderr.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMany } from 'gongwen';

const PLANS = /\.(?:txt|md|html?|mht|mhtml|docx|pdf)$/i;

/** All plans below a folder, in order of names. Each is opened when it is its turn. */
async function* filesIn(folder) {
  const names = await readdir(folder, { recursive: true });
  for (const path of names.filter((name) => PLANS.test(name)).sort())
    yield { path, bytes: await readFile(join(folder, path)) };
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node examples/folder-to-jsonl.mjs FOLDER');
  process.exit(2);
}

const stop = new AbortController();
// Ctrl-C, and a reader that has enough (head): the file that is being read is the last one.
process.once('SIGINT', () => stop.abort());
process.stdout.once('error', () => stop.abort());

let failed = 0;
try {
  for await (const { path, document, error } of parseMany(filesIn(folder), { signal: stop.signal })) {
    if (error) {
      failed++;
      console.error(`${path}: ${error.message} [${error.code}]`);
      continue;
    }
    const { title, region } = document.meta;
    for (const target of document.targets) {
      const line = `${JSON.stringify({ path, title, region, ...target })}\n`;
      if (!process.stdout.write(line)) await once(process.stdout, 'drain', { signal: stop.signal });
    }
  }
} catch (error) {
  if (!stop.signal.aborted) throw error;
}
process.exitCode = failed > 0 ? 1 : 0;
