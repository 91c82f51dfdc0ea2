import type { ReportAbout, ReportWriting } from '../finding.js';
import type { Paper } from '../paper.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import type { ReportForm } from './names.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

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
