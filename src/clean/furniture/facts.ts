import { type BlockLine, readBlock } from '../../core/block.js';
import { METADATA_LABELS } from '../../lexicon/metadata.js';
import { startsWithMarker } from '../../lexicon/numbering.js';
import { isClosing, type Judged } from './judged.js';
import type { Range } from './range.js';
import { looksLikeTitle, repeatedBelow } from './titles.js';

/** Labels and values of the page's block of facts, wherever they are sure to be; above and below the document all. */
export function markFacts(lines: readonly Judged[], range?: Pick<Range, 'first' | 'last'>): void {
  const block = lines.map((line, i): BlockLine => {
    const above = range !== undefined && i < range.first;
    const below = range !== undefined && i > range.last;
    return {
      text: line.reason ? '' : line.text,
      outside: above || below,
      above,
      mayBeValue: () => mayBeValue(lines, i),
    };
  });
  readBlock(block, METADATA_LABELS).forEach((facts, i) => {
    const line = lines[i];
    if (line && !line.reason && facts && line.plain !== '' && !isOwnClosing(lines, i)) line.reason = 'metadata';
  });
}

/** No sentence, no heading, and no title that stands nowhere else: that one is the document's, whatever label is above. */
function mayBeValue(lines: readonly Judged[], index: number): boolean {
  const line = lines[index];
  if (!line || line.reason || startsWithMarker(line.plain) || /[。；]$/.test(line.plain)) return false;
  return !looksLikeTitle(line.plain) || repeatedBelow(lines, index, lines.length);
}

/** 公开方式：主动公开 between signature and print note: the document's own (GB/T 9704—2012, 版记). */
function isOwnClosing(lines: readonly Judged[], index: number): boolean {
  const line = lines[index];
  if (!line || !/^(?:政府)?(?:信息)?公开(?:方式|属性|选项|形式|类别)[:：]/.test(line.plain)) return false;
  const near = [lines[index - 1], lines[index + 1]];
  return near.some((other) => other && !other.reason && isClosing(other.plain));
}
