import { addAbortSignal } from 'node:stream';
import { styleText } from 'node:util';
import { causeOf } from '../batch/cause.js';
import type { Paper } from '../report/paper.js';

/** Exit status, as the contract has it. */
export const OK = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;
const INTERRUPTED = 130;

/** A command line that asks for something that cannot be done. The message says what to do instead. */
export class UsageError extends Error {}

/** One line that is drawn again and again. Other lines for people go above it. */
interface Live {
  /** The width that there is, in characters of a terminal. */
  readonly columns: () => number;
  /** Empty takes it away. */
  readonly draw: (line: string) => void;
}

/** What a command may know and do of the world around it. */
export interface Terminal {
  readonly cwd: string;
  /** Whether somebody has asked for stack traces. */
  readonly debug: boolean;
  /** Whether a build server runs this. */
  readonly ci: boolean;
  /** Whether that is GitHub Actions, whose log takes commands. */
  readonly githubActions: boolean;
  /** Aborted when the user stops the program or when nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** Data. Resolves when it is handed over, or when nobody wants it. */
  readonly out: (text: string) => Promise<void>;
  /** One line for people. */
  readonly err: (line: string) => void;
  /** A last line on stderr that changes; null where nobody would see it change. */
  readonly live: Live | null;
  /** What data for people is written on: colours only where they are seen and wanted (NO_COLOR, FORCE_COLOR, TERM). */
  readonly paper: Paper;
  readonly stdin: () => Promise<Uint8Array>;
  /** The exit status that follows from what happened outside of the command. */
  readonly status: (own: number) => number;
}

async function readAll(signal: AbortSignal): Promise<Uint8Array> {
  if (process.stdin.isTTY) process.stderr.write('reading the plan from the keyboard; end with Ctrl-D\n');
  const chunks: Buffer[] = [];
  for await (const chunk of addAbortSignal(signal, process.stdin)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const isSet = (value: string | undefined): boolean => value !== undefined && !['', '0', 'false'].includes(value);

/** Standard output as paper. `styleText` knows NO_COLOR, FORCE_COLOR, TERM=dumb and pipes. */
function openPaper(): Paper {
  const stream = process.stdout;
  return {
    columns: stream.isTTY ? stream.columns : null,
    paint: (style, text) => styleText(style, text, { stream, validateStream: true }),
  };
}

const CLEAR = '\r\u001b[K';

/** Lines on stderr, and one below them that changes where it is a terminal that can. */
function openErr(): Pick<Terminal, 'err' | 'live'> {
  const stream = process.stderr;
  const able = stream.isTTY && process.env.TERM !== 'dumb' && !isSet(process.env.CI);
  if (!able) return { err: (line) => void stream.write(`${line}\n`), live: null };
  let drawn = '';
  return {
    err: (line) => void stream.write(`${drawn === '' ? '' : CLEAR}${line}\n${drawn}`),
    live: {
      columns: () => stream.columns || 80,
      draw: (line) => {
        if (line !== drawn) stream.write(`${CLEAR}${line}`);
        drawn = line;
      },
    },
  };
}

/** The real terminal. To be opened once. */
export function openTerminal(): Terminal {
  const stop = new AbortController();
  let interrupted = false;
  let broken = false;
  process.once('SIGINT', () => {
    interrupted = true;
    stop.abort();
  });
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no error; a full disk is one.
    if (error.code !== 'EPIPE' && !broken) {
      broken = true;
      process.stderr.write(`gongwen: error the output cannot be written (${causeOf(error)})\n`);
      process.exitCode = FAILED;
    }
    stop.abort();
  });
  return {
    cwd: process.cwd(),
    debug: isSet(process.env.GONGWEN_DEBUG),
    ci: isSet(process.env.CI),
    githubActions: process.env.GITHUB_ACTIONS === 'true',
    signal: stop.signal,
    out: (text) => new Promise((go) => process.stdout.write(text, () => go())),
    ...openErr(),
    paper: openPaper(),
    stdin: () => readAll(stop.signal),
    status: (own) => (interrupted ? INTERRUPTED : broken ? FAILED : own),
  };
}
