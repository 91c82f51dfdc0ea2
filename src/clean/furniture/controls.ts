import {
  MENU_WORDS,
  NAVIGATION_LINES,
  OUTER_LINES,
  OUTER_NAVIGATION,
  SEPARATOR_LINE,
  WEAK_WIDGETS,
  WIDGET_LINES,
  WIDGET_WORDS,
} from '../../lexicon/page.js';
import type { Judged } from './judged.js';

/** Controls and ways through the site that are nothing else wherever they stand. */
export function markControls(lines: readonly Judged[]): void {
  for (const line of lines) {
    if (!mayBeControl(line)) continue;
    if (WIDGET_LINES.some((pattern) => pattern.test(line.plain)) || (!line.cell && isRowOfControls(line.plain))) {
      line.reason = 'widget';
    } else if (NAVIGATION_LINES.some((pattern) => pattern.test(line.plain))) line.reason = 'navigation';
  }
  // 打印, 大, 下载 beside a control are controls; alone in the document they may be cells or tasks.
  const beside = (line: Judged | undefined, other: Judged | undefined): void => {
    const near = other?.reason === 'widget' || other?.reason === 'metadata';
    if (line && near && !line.reason && !line.cell && isWeakControl(line.plain)) line.reason = 'widget';
  };
  for (let i = 1; i < lines.length; i++) beside(lines[i], lines[i - 1]);
  for (let i = lines.length - 2; i >= 0; i--) beside(lines[i], lines[i + 1]);
}

/** Those that may be the issuer's words inside the document, above and below it. */
export function markOuterControls(lines: readonly Judged[]): void {
  for (const line of lines) {
    if (!mayBeControl(line)) continue;
    const { plain } = line;
    if (isWeakControl(plain) || isRowOfWords(plain) || OUTER_LINES.some((pattern) => pattern.test(plain))) {
      line.reason = 'widget';
    } else if (OUTER_NAVIGATION.some((pattern) => pattern.test(plain)) || isMenu(line.text)) line.reason = 'navigation';
  }
}

/** Controls and links are short and hold no sentence; most lines are passed over here. */
function mayBeControl(line: Judged): boolean {
  return !line.reason && line.plain !== '' && line.plain.length <= 130 && !line.plain.includes('。');
}

function isWeakControl(plain: string): boolean {
  return WEAK_WIDGETS.test(plain) || SEPARATOR_LINE.test(plain);
}

/** A line of nothing but words of controls, one of which only a control says. */
function isRowOfControls(plain: string): boolean {
  return isRowOfWords(plain) && /打印|关闭|收藏|返回|字[体号]|纠错|设为|无障碍|登录/.test(plain);
}

/** A line of nothing but the words of controls and what stands between them. */
function isRowOfWords(plain: string): boolean {
  const words = plain.match(WIDGET_WORDS);
  return words !== null && words.length >= 2 && plain.replace(WIDGET_WORDS, '').replace(/[\p{P}\p{S}]/gu, '') === '';
}

/** Columns of the site, one or in a row. */
function isMenu(text: string): boolean {
  const words = text.split(/[\s|｜·•>/、]+/).filter(Boolean);
  const known = words.filter((word) => MENU_WORDS.test(word)).length;
  return known > 0 && (words.length === 1 || (known >= 2 && known * 3 >= words.length));
}
