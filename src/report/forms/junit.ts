import { type Checked, type Finding, isWell, type ReportAbout, type ReportWriting } from '../finding.js';
import { findingLines, placeOf, sentenceOf } from './text.js';

/*
 * The JUnit XML that GitLab and Jenkins read. There is no standard of it; this is the part that both know: suites, cases
 * with the `file` that GitLab links to, one failure a case (GitLab shows several of one case as raw data). Times are left
 * out, so that the same findings give the same bytes.
 */

/** XML 1.0, production 2: what no escape can put into a document. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const allowed = (text: string): string =>
  text.replace(FORBIDDEN, (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);

/** Text between tags: line feeds stay. */
const content = (text: string): string => allowed(text).replace(/[&<>\r]/g, (c) => ESCAPES[c] ?? c);
/** The value of an attribute: what readers would make a blank of is escaped too. */
const attribute = (text: string): string => allowed(text).replace(/[&<>"\t\n\r]/g, (c) => ESCAPES[c] ?? c);

function attributes(values: { readonly [name: string]: string | number | undefined }): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => ` ${name}="${attribute(String(value))}"`).join('');
}

/** What people read of findings, each in lines of its own. */
const told = (findings: readonly Finding[]): string =>
  content(`\n${findings.flatMap((finding) => findingLines(finding)).join('\n')}\n`);

function caseOf(checked: Checked, suite: string): string {
  const errors = checked.findings.filter(({ level }) => level === 'error');
  const others = checked.findings.filter(({ level }) => level !== 'error');
  const [first] = errors;
  const file = first?.file ?? others[0]?.file ?? checked.name;
  const opening = `    <testcase${attributes({ name: checked.name, classname: suite, file })}`;
  const parts: string[] = [];
  if (first) {
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    const message = `${placeOf(first)}: ${sentenceOf(first)}${more}`;
    parts.push(`      <failure${attributes({ message, type: first.rule })}>${told(errors)}</failure>`);
  }
  if (others.length > 0) parts.push(`      <system-out>${told(others)}</system-out>`);
  return parts.length > 0 ? `${opening}>\n${parts.join('\n')}\n    </testcase>` : `${opening}/>`;
}

/** JUnit XML; its counts stand at the top, so it is given as a whole at the end. */
export function junitReport({ command }: Pick<ReportAbout, 'command'>): ReportWriting {
  const suite = `gongwen ${command}`;
  const cases: string[] = [];
  let failures = 0;
  return {
    add: (checked) => {
      if (!isWell(checked)) failures++;
      cases.push(caseOf(checked, suite));
      return '';
    },
    end: ({ lines }) => {
      const counts = attributes({ name: suite, tests: cases.length, failures, errors: 0, skipped: 0 });
      return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites${counts}>`,
        `  <testsuite${counts}>`,
        ...cases,
        ...(lines.length > 0 ? [`    <system-out>${content(`\n${lines.join('\n')}\n`)}</system-out>`] : []),
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n');
    },
  };
}
