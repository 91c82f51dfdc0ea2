import type { ReportAbout, ReportWriting } from '../finding.js';
import type { Paper } from '../paper.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** Every form of a report, and what it is for, for `--help`. */
export const reportSummaries = {
  text: 'for people',
  json: 'one JSON object',
  junit: 'JUnit XML, for GitLab and Jenkins',
  github: 'text with annotations, for GitHub Actions; chosen by itself there',
  sarif: 'SARIF 2.1.0, for code scanning and editors',
} as const;

export type ReportForm = keyof typeof reportSummaries;

export const reportForms = Object.keys(reportSummaries) as [ReportForm, ...ReportForm[]];

/** How each form is written. Only text has colours, where the paper takes them. */
export const reports: {
  readonly [form in ReportForm]: (about: ReportAbout, paint?: Paper['paint']) => ReportWriting;
} = {
  text: textReport,
  json: jsonReport,
  junit: junitReport,
  github: (about) => githubReport(about),
  sarif: sarifReport,
};
