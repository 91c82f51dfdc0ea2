import type { ReportAbout, ReportTools, ReportWriting } from '../finding.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import type { ReportForm } from './names.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** How each form is written. */
export const reports: {
  readonly [form in ReportForm]: (about: ReportAbout, tools: ReportTools) => ReportWriting;
} = { text: textReport, json: jsonReport, junit: junitReport, github: githubReport, sarif: sarifReport };
