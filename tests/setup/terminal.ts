import type { Terminal } from '../../src/cli/terminal.js';

/** A terminal that keeps what is told on it. */
export function silentTerminal(cwd: string): Terminal & { readonly told: readonly string[] } {
  const told: string[] = [];
  return {
    ...{ cwd, debug: false, ci: false, githubActions: false, told, live: null },
    signal: new AbortController().signal,
    out: async (text) => void told.push(text),
    err: (line) => void told.push(line),
    paper: { columns: null, paint: (_, text) => text },
    stdin: async () => new Uint8Array(),
    status: (own) => own,
  };
}
