/**
 * What makes a spreadsheet read a cell as a formula: a sign with something after it (a lone dash in a table is none). The
 * full-width signs do so in Chinese and Japanese editions.
 */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠]\s*\S)/;
/** A signed number or percentage is shown as what it is. */
const PLAIN_NUMBER = /^\s*[+\-＋－]?\d+(?:,\d{3})*(?:\.\d+)?\s*[%％‰]?$/;

/** A text cell that no spreadsheet runs: an apostrophe before what would be a formula (OWASP, "CSV Injection"). */
export function inert(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
