import { mkdir } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { causeOf } from '../batch/cause.js';
import { sha256 } from '../batch/run.js';
import { writeWhole } from '../batch/whole.js';
import type { Checked, ReportAbout, ReportEnd, ReportWriting } from '../report/finding.js';
import { reports } from '../report/forms/index.js';
import { type ReportForm, reportForms } from '../report/forms/names.js';
import { oneLine } from '../report/text.js';
import { type Terminal, UsageError } from './terminal.js';

/** How the findings of a command are told. */
export interface ReportFlags {
  readonly report?: ReportForm;
  readonly reportFile?: string;
}

const BY_ENDING: { readonly [ending: string]: ReportForm } = {
  '.xml': 'junit',
  '.json': 'json',
  '.sarif': 'sarif',
  '.txt': 'text',
};

/** @throws UsageError where nothing says which form a file is to have. */
function formOfFile(file: string, asked: ReportForm | undefined): ReportForm {
  const form = asked ?? (file.endsWith('.sarif.json') ? 'sarif' : BY_ENDING[extname(file).toLowerCase()]);
  if (form === undefined)
    throw new UsageError(
      `--report-file "${file}": its ending tells no form; give one with --report (${reportForms.join(', ')})`,
    );
  return form;
}

const hash = (text: string): string => sha256(Buffer.from(text));

/** A report on its way to stdout, and into a file where one was asked for. */
export interface Report {
  readonly add: (checked: Checked) => Promise<void>;
  /** @returns whether the file could be written; why not is told. */
  readonly end: (end: ReportEnd) => Promise<boolean>;
}

/** @throws UsageError where nothing says which form a file is to have. */
export function openReport(about: ReportAbout, { report, reportFile }: ReportFlags, terminal: Terminal): Report {
  const usual: ReportForm = terminal.githubActions ? 'github' : 'text';
  const shown = reports[reportFile === undefined ? (report ?? usual) : usual](about, {
    hash,
    paint: terminal.paper.paint,
  });
  const kept: ReportWriting | null =
    reportFile === undefined ? null : reports[formOfFile(reportFile, report)](about, { hash });
  const pieces: string[] = [];
  return {
    add: async (checked) => {
      if (kept) pieces.push(kept.add(checked));
      const text = shown.add(checked);
      if (text !== '') await terminal.out(text);
    },
    end: async (end) => {
      if (kept) pieces.push(kept.end(end));
      await terminal.out(shown.end(end));
      return reportFile === undefined || writeReport(reportFile, pieces.join(''), terminal);
    },
  };
}

async function writeReport(name: string, text: string, terminal: Terminal): Promise<boolean> {
  const file = resolve(terminal.cwd, name);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, text);
    return true;
  } catch (error) {
    terminal.err(
      oneLine(`${name}: error the report cannot be written (${causeOf(error)}); choose another --report-file`),
    );
    return false;
  }
}
