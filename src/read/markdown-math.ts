import { type Edit, repair } from '../core/edits.js';

/* Formulas of LaTeX, as PDF readers set numbers, units and signs: $17\%$, $\geq 90$, $10^{4}$, \(m^3\). */

/** Characters; a longer formula is a real one. */
const LONGEST = 120;

const COMMANDS: Readonly<Record<string, string>> = {
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  geqq: '≥',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  leqq: '≤',
  lt: '<',
  gt: '>',
  ne: '≠',
  neq: '≠',
  times: '×',
  div: '÷',
  pm: '±',
  cdot: '·',
  sim: '~',
  approx: '≈',
  circ: '°',
  degree: '°',
  to: '→',
  rightarrow: '→',
  ldots: '…',
  cdots: '…',
  dots: '…',
  mu: 'μ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  Delta: 'Δ',
  permil: '‰',
  bullet: '•',
  quad: '',
  qquad: '',
  left: '',
  right: '',
  // Fonts say nothing about the words in them.
  mathrm: '',
  mathbf: '',
  mathit: '',
  mathsf: '',
  text: '',
  textbf: '',
  textrm: '',
  operatorname: '',
  rm: '',
  bf: '',
  displaystyle: '',
  scriptstyle: '',
};

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

const TOKEN =
  /\\textcircled[ {]{0,4}(?:\\[a-z]{4,12}[ {]{0,4})?(\d{1,2})[ }]{0,4}|\^[ {]{0,4}\\circ[ }]{0,4}|\^[ ]?(?:\{[ ]?(-?\d(?: ?\d){0,2})[ ]?\}|(\d))|_[ ]?(?=[{0-9A-Za-z])|\\([A-Za-z]{1,16})|\\([%&#_$ ,;:!{}])|([\s{}~]+)|([0-9A-Za-z.,:;%‰°′″+\-=<>≤≥≠×÷±·~/()[\]|'*℃㎡μ²³“”、，—–－％]|[\u3400-\u9fff](?=[^{}$]{0,60}\}))/y;

/** A formula in a line: where it ends, and what makes it plain text; no edits for one that has to stay. */
export interface Formula {
  readonly end: number;
  readonly edits: readonly Edit[];
}

/**
 * The formula that begins at `at` of a line with `$`, `$$`, `\(` or `\[`; undefined where none does (amounts of dollars).
 * Only what plain text can say as well is read: no fractions, no sums.
 * @param base the line's place in the text
 */
export function formulaAt(line: string, at: number, base: number): Formula | undefined {
  const opening = /^(?:\$\$?|\\[([])/.exec(line.slice(at, at + 2))?.[0];
  if (!opening) return undefined;
  const closing = opening.startsWith('$') ? opening : opening === '\\(' ? '\\)' : '\\]';
  const from = at + opening.length;
  const length = line.slice(from, from + LONGEST).indexOf(closing);
  if (length <= 0) return undefined;
  const end = from + length + closing.length;
  const content = line.slice(from, from + length);
  const typeset = /\\[A-Za-z%&#_$,;]|\^|_/.test(content);
  if (!typeset && !isNumber(content, line[end])) return undefined;
  const inside = plain(content, base + from);
  if (!inside) return /\\[A-Za-z]/.test(content) ? { end, edits: [] } : undefined;
  return { end, edits: [repair(base + at, base + from, '', 'markup'), ...inside, close(base + end, closing.length)] };
}

function close(end: number, length: number): Edit {
  return repair(end - length, end, '', 'markup');
}

/** 17, 1 2.5, 90-95 between dollars, and not the two amounts of $5-$10. */
function isNumber(content: string, behind: string | undefined): boolean {
  return /^[\d.,+\-~<>=≤≥ ]{1,20}$/.test(content) && /\d$/.test(content.trim()) && !/\d/.test(behind ?? '');
}

/** The edits that make a formula plain text; undefined where something in it cannot be said so. */
function plain(content: string, base: number): Edit[] | undefined {
  const edits: Edit[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < content.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(content);
    const text = match ? textOf(match) : undefined;
    if (!match || text === undefined) return undefined;
    if (text !== match[0]) edits.push(repair(base + at, base + TOKEN.lastIndex, text, 'markup'));
  }
  return edits;
}

function textOf(match: RegExpExecArray): string | undefined {
  const [token, circled, power, digit, command, sign, blank] = match;
  if (circled !== undefined) {
    const number = Number(circled);
    return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : undefined;
  }
  const exponent = (power ?? digit)?.replace(/ /g, '');
  // m³ and 10⁴: as figures behind a caret they would be numbers of their own.
  if (exponent !== undefined) return [...exponent].map((sign) => SUPERSCRIPTS[sign] ?? '').join('');
  if (token.startsWith('^')) return '°';
  if (token.startsWith('_')) return '';
  if (command !== undefined) return Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (sign !== undefined) return /[%&#_$]/.test(sign) ? sign : '';
  // Between a formula's characters blanks mean nothing; a tilde is a blank that does not break.
  return blank === undefined ? token : '';
}
