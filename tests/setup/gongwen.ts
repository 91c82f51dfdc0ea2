import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/gongwen.js', import.meta.url));

interface Options {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: { readonly [name: string]: string };
}

/** The environment of the tests without what would change the answers. */
export function environment(more: Options['env'] = {}): NodeJS.ProcessEnv {
  const { CI: _ci, NODE_OPTIONS: _options, ...others } = process.env;
  const { FORCE_COLOR: _force, NO_COLOR: _no, NODE_DISABLE_COLORS: _disable, ...rest } = others;
  const neutral = Object.entries(rest).filter(([name]) => !name.startsWith('GONGWEN_'));
  return { ...Object.fromEntries(neutral), ...more };
}

/** Run the program as a user does. */
export function gongwen(args: readonly string[], { cwd, input = '', env }: Options = {}) {
  const result = spawnSync(process.execPath, [bin, ...args], { cwd, input, env: environment(env), maxBuffer: 1 << 28 });
  const { status, stdout, stderr } = result;
  return { status, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout };
}

/** Start the program and let it run. */
export function start(args: readonly string[], cwd: string) {
  return spawn(process.execPath, [bin, ...args], { cwd, env: environment() });
}
