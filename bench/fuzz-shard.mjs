// One shard of bench/fuzz.mjs, in a process of its own so that whatever it does is seen from outside: the batch over a folder
// of inputs, with threads, journal and all formats. Usage: node bench/fuzz-shard.mjs INPUTS OUT RESULT SECONDS
import { writeFileSync } from 'node:fs';
import { batchFolder } from '../dist/batch/folder.js';
import { resolveInputs } from '../dist/batch/resolve.js';
import { formats } from '../dist/write/writer.js';

const [folder, out, result, seconds] = process.argv.slice(2);
const inputs = await resolveInputs(['.'], folder);
const documents = [];
const report = await batchFolder({
  ...{ folder: out, cwd: folder, version: 'bench', inputs, documents: {}, force: false },
  setting: { formats, writing: { headers: 'en', bom: false }, pack: true },
  batch: { jobs: 2, limit: () => Number(seconds) * 1000 },
  each: (finished) => {
    const { path } = finished;
    const measured = 'read' in finished ? finished.read : 'failure' in finished ? finished.measured : null;
    const state = 'read' in finished ? 'read' : 'failure' in finished ? 'failed' : 'skipped';
    const failure = 'failure' in finished ? finished.failure : null;
    documents.push({
      ...{ path, state, code: failure?.code, message: failure?.message, stack: failure?.stack },
      ...{ bytes: measured?.bytes ?? 0, duration: measured?.duration ?? 0 },
    });
  },
});
writeFileSync(result, JSON.stringify({ inputs: inputs.length, complete: report.complete, documents }));
