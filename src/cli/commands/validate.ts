import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openSources, type SourceReading } from '../../batch/stored/sources.js';
import { type Looked, validateStored } from '../../batch/stored/validate.js';
import type { RemovalReason } from '../../lexicon/changes.js';
import { type Finding, noTally, tally } from '../../report/finding.js';
import { counted } from '../../report/text.js';
import { validateRules } from '../../validate/rules.js';
import { openReport, type ReportFlags } from '../report.js';
import { FAILED, OK, type Terminal, UsageError } from '../terminal.js';
import { version } from '../version.js';

export interface ValidateOptions extends ReportFlags {
  readonly source?: string;
  readonly strict?: boolean;
  readonly max?: number;
  readonly encoding?: string;
  readonly keep?: readonly RemovalReason[];
}

/** Findings that are told where nothing else is asked for. */
const TOLD = 200;

const RANKS = ['error', 'warning', 'note'] as const;

/** The first of the findings, errors before all others; at least one error, so that its file is not taken for well. */
function some(findings: readonly Finding[], most: number): readonly Finding[] {
  const errors = findings.some(({ level }) => level === 'error') ? 1 : 0;
  const left = Math.max(most, errors);
  if (findings.length <= left) return findings;
  const chosen = new Set(RANKS.flatMap((rank) => findings.filter(({ level }) => level === rank)).slice(0, left));
  return findings.filter((finding) => chosen.has(finding));
}

async function sourcesIn(folder: string | undefined, { encoding, keep }: ValidateOptions, { cwd }: Terminal) {
  if (folder === undefined) return null;
  const path = resolve(cwd, folder);
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory())
    throw new UsageError(`--source "${folder}" is no folder; name the one that the original files are in`);
  const reading: SourceReading = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(keep === undefined ? {} : { keep }),
  };
  return openSources(path, reading);
}

/** `gongwen validate FILES…`. */
export async function validate(
  paths: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<number> {
  const { source, strict = false, max = TOLD } = options;
  if (paths.length === 0) throw new UsageError('name files or folders that gongwen has written');
  const sources = await sourcesIn(source, options, terminal);
  const report = openReport({ command: 'validate', version: version(), rules: validateRules }, options, terminal);
  const sum = noTally();
  let [records, left, untold] = [0, max === 0 ? Number.POSITIVE_INFINITY : max, 0];
  const take = async ({ lost, records: more, ...checked }: Looked): Promise<void> => {
    untold += lost;
    if (checked.name === '') return;
    records += more;
    tally(sum, checked);
    const findings = some(checked.findings, left);
    left = Math.max(0, left - findings.length);
    untold += checked.findings.length - findings.length;
    await report.add({ ...checked, findings });
  };
  for await (const looked of validateStored(paths, terminal.cwd, { sources, signal: terminal.signal }))
    await take(looked);
  const { checked, errors, warnings, notes } = sum;
  const counts = `${counted(errors, 'errors', 'error')}, ${counted(warnings, 'warnings')}, ${counted(notes, 'notes', 'note')}`;
  const lines = [
    `${counted(checked, 'files', 'file')}, ${counted(records, 'records', 'record')}: ${counts}`,
    ...(untold > 0 ? [`${untold} more not told; --max 0 tells all`] : []),
  ];
  const written = await report.end({ lines, data: { files: checked, records, errors, warnings, notes, untold } });
  return !written || errors > 0 || (strict && warnings > 0) ? FAILED : OK;
}
