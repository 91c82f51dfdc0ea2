// Runs the program in a process of its own and measures it. `measured-run.mjs` is loaded into that process before it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROGRAM = fileURLToPath(new URL('../bin/gongwen.js', import.meta.url));
const PRELOAD = new URL('./measured-run.mjs', import.meta.url).href;

/** A new folder below that for temporary files. */
export const temporaryFolder = (name) => mkdtempSync(join(tmpdir(), `gongwen-${name}-`));

/** The value of a flag of the command line. */
export function option(name, fallback) {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
}

/**
 * One run from its start to its end.
 * @returns `ms` on the clock; `cpu` ms of processor time of all threads; `rss`, the peak memory of the process with all its
 * threads, in bytes; `heap`, the largest heap of the main thread after a full collection, in bytes, 0 where there was none.
 * @throws where it does not end with status 0.
 */
export async function measuredRun(args) {
  const folder = temporaryFolder('measure');
  const result = join(folder, 'result.json');
  try {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', PRELOAD, PROGRAM, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, MEASURED_RUN: result },
    });
    const status = await new Promise((go, fail) =>
      child.on('error', fail).on('exit', (code, signal) => go(code ?? signal)),
    );
    const ms = performance.now() - begun;
    if (status !== 0) throw new Error(`gongwen ${args.join(' ')} ended with ${status}`);
    return { ms, ...JSON.parse(readFileSync(result, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
