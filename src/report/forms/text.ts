import { type Checked, type Finding, isWell, type ReportTools, type ReportWriting } from '../finding.js';
import { plainPaper, visible } from '../paper.js';

type Paint = typeof plainPaper.paint;

const COLOURS = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** `file:line:column`, as compilers write it and editors open it. */
export function placeOf({ file, line, column }: Finding): string {
  return [file, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':');
}

/** A finding in one line, without its place in the file. */
export function sentenceOf({ place, message }: Pick<Finding, 'place' | 'message'>): string {
  return visible(place === undefined ? message : `${place}: ${message}`);
}

/** A finding as lines for people; the first says all, the others show it. */
export function findingLines(finding: Finding, paint: Paint = plainPaper.paint): string[] {
  const { level, rule, details = [] } = finding;
  const head = `  ${visible(placeOf(finding))}: ${paint(COLOURS[level], level)} ${sentenceOf(finding)} [${rule}]`;
  return [head, ...details.map((line) => `      ${visible(line)}`)];
}

/** All that is told of one thing. */
function checkedText(checked: Checked, paint: Paint = plainPaper.paint): string {
  const well = isWell(checked);
  const state = well ? paint('green', checked.state ?? 'ok') : paint('red', 'FAILED');
  const lines = checked.findings.flatMap((finding) => findingLines(finding, paint));
  return `${[`${state} ${visible(checked.name)}`, ...lines].join('\n')}\n`;
}

/** For people, on a terminal and in logs. */
export function textReport(_: unknown, { paint }: Pick<ReportTools, 'paint'> = {}): ReportWriting {
  return {
    add: (checked) => checkedText(checked, paint),
    end: ({ lines }) => lines.map((line) => `${visible(line)}\n`).join(''),
  };
}
