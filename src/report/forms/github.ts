import type { Checked, Finding, ReportAbout, ReportTools, ReportWriting } from '../finding.js';
import { visible } from '../paper.js';
import { sentenceOf, textReport } from './text.js';

/*
 * Annotations of GitHub Actions: workflow commands between the lines of the text that people read in the log. Escapes as
 * in github.com/actions/toolkit, packages/core/src/command.ts.
 */

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const COMMANDS = { error: 'error', warning: 'warning' } as const;

/** The command that annotates a line; none for a note: GitHub shows ten annotations a step, and errors come first. */
function annotation(finding: Finding): string[] {
  const { level, file, line, column, rule, details = [] } = finding;
  if (level === 'note') return [];
  const place = { file: visible(file), line, col: line === undefined ? undefined : column, title: rule };
  const properties = Object.entries(place)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  const lines = [sentenceOf(finding), ...details.map(visible)];
  return [`::${COMMANDS[level]} ${properties.join(',')}::${data(lines.join('\n'))}\n`];
}

/** What the runner may take for a command: `::` at the start of a line, `##[` anywhere (actions/runner, ActionCommand). */
const COMMAND_LIKE = /^\s*::|##\[/m;

/**
 * Text of files that the runner must not obey: where it holds something like a command, commands are stopped around it.
 * The word that starts them again is the text's own hash, which no text can hold.
 */
function harmless(text: string, hash: ReportTools['hash']): string {
  if (!COMMAND_LIKE.test(text)) return text;
  const token = hash(text);
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}

/** The text with annotations; for the log of a run on GitHub. */
export function githubReport(about: ReportAbout, { hash }: ReportTools): ReportWriting {
  const text = textReport(about);
  return {
    add: (checked: Checked) => harmless(text.add(checked), hash) + checked.findings.flatMap(annotation).join(''),
    end: (end) => harmless(text.end(end), hash),
  };
}
