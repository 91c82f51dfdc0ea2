import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { STDIN } from '../../batch/inputs.js';
import { whyNoPage, writePage } from '../../batch/page-file.js';
import { counted, oneLine } from '../../report/text.js';
import { type PackedPlan, packPlan } from '../../review/data.js';
import { type PageAssets, pageText } from '../../review/page.js';
import type { FailedInput, Language } from '../../review/payload.js';
import { type PlanFlags, plansOf } from '../plans.js';
import { tellFailure } from '../reading.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';
import { version } from '../version.js';

export interface ReportOptions extends PlanFlags {
  readonly lang?: Language;
  readonly title?: string;
}

/** What the build made of the page's script and style: beside this file's folder, compiled or bundled. */
async function assets(): Promise<PageAssets> {
  // Bundled, this is dist/program/report.js; compiled, dist/cli/commands/report.js.
  for (const place of ['../review/client/', '../../review/client/']) {
    const read = (name: string) => readFile(new URL(`${place}${name}`, import.meta.url), 'utf8');
    const found = await Promise.all([read('review.js'), read('review.css')]).catch(() => null);
    if (found) return { script: found[0], style: found[1] };
  }
  throw new UsageError('the script of the page is not there; build gongwen with "npm run build"');
}

/** All plans, packed one after the other so that none stays as it was read, and what failed. */
async function gather(paths: readonly string[], options: ReportOptions, terminal: Terminal) {
  const plans: PackedPlan[] = [];
  const failures: FailedInput[] = [];
  for await (const plan of plansOf(paths, options, terminal)) {
    const { path } = plan;
    if ('failure' in plan) {
      tellFailure(path, plan.failure, terminal);
      const { code, message } = plan.failure;
      failures.push({ path, failure: { code, message } });
      continue;
    }
    plans.push(await packPlan(plan));
    if (plan.text === null && !options.quiet) {
      terminal.err(`${oneLine(path)}: records without their text; --source says in which folder the plan is`);
    }
  }
  return { plans, failures };
}

function megabytes(text: string): string {
  return `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
}

/**
 * `gongwen report PATHS… -o review.html`: one self-contained page to review the records of plans in.
 * @throws UsageError where it is not said where the page goes, or something else is there.
 */
export async function report(paths: readonly string[], options: ReportOptions, terminal: Terminal): Promise<number> {
  const { out, lang, title, quiet, ...flags } = options;
  if (out === undefined) throw new UsageError('say where the page goes: -o review.html, or -o - for standard output');
  const file = resolve(terminal.cwd, out);
  const taken = out === STDIN ? null : await whyNoPage(file);
  if (taken !== null) throw new UsageError(`"${oneLine(out)}" is not replaced (${taken}); choose another name with -o`);
  const parts = await assets();
  const { plans, failures } = await gather(paths, { ...flags, ...(quiet ? { quiet } : {}) }, terminal);
  if (terminal.signal.aborted) return FAILED;
  if (plans.length + failures.length === 0) {
    terminal.err('error: no plan to read; no page is written');
    return FAILED;
  }
  const page = pageText(plans, failures, parts, { title: title ?? null, language: lang ?? null, version: version() });
  if (out === STDIN) await terminal.out(page);
  else {
    const why = await writePage(file, page);
    if (why !== null) {
      terminal.err(`error: "${oneLine(out)}" cannot be written (${why})`);
      return FAILED;
    }
    if (!quiet) {
      const failed = failures.length === 0 ? '' : `, ${failures.length} failed`;
      terminal.err(
        `${oneLine(out)}: ${counted(plans.length, 'documents', 'document')}${failed}, ${megabytes(page)}; open it in a browser`,
      );
    }
  }
  return failures.length === 0 ? OK : FAILED;
}
