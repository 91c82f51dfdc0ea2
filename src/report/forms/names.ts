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
