import type { Block } from './pdf-page.js';

/** Lines at the top and at the foot of a page that may be running ones. */
const LINES = 3;
/** Points; a running line stands at the same height on every page. */
const HEIGHT = 5;
/** Pages that are looked at on either side: heads differ on even and odd pages, and from chapter to chapter. */
const AROUND = 4;

/** 3, - 3 -, — 3 —, ·3·, 第3页, 第3页 共20页, 3/20, Page 3 of 20; groups 1 to 4 hold the number. */
const PAGE_NUMBER =
  /^(?:[-—–－―─_·•~～〜<〈〔[(（|｜]{0,3}\s{0,3}(\d{1,4})\s{0,3}[-—–－―─_·•~～〜>〉〕\])）|｜]{0,3}|第?\s{0,2}(\d{1,4})\s{0,2}页?\s{0,3}[,，/／]?\s{0,3}(?:共\s{0,2})?\d{0,4}\s{0,2}页?|page\s{0,2}(\d{1,4})(?:\s{0,2}(?:of|\/)\s{0,2}\d{1,4})?|(\d{1,4})\s{0,2}[/／]\s{0,2}\d{1,4})$/i;
const ROMAN = /^[-—–－·\s]{0,4}([ivxlc]{1,7}|[IVXLC]{1,7}|[ⅰ-ⅿⅠ-Ⅿ])[-—–－·\s]{0,4}$/;
/** What no line of a text looks like, so that one page is enough. */
const DASHED = /^[-—–－―─]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－―─]{1,3}$/;

interface Candidate {
  readonly page: number;
  readonly index: number;
  readonly text: string;
  /** The same with its numbers taken out, in order. */
  readonly bare: string;
  readonly numbers: readonly number[];
  readonly y: number;
}

/**
 * The heads, feet and page numbers that run through the pages: the same words at the same height on several pages, with
 * numbers that are the same or count with the pages. For every page the indexes of such blocks.
 */
export function runningLines(pages: readonly (readonly Block[])[]): ReadonlySet<number>[] {
  const running = pages.map(() => new Set<number>());
  const edges = pages.map((blocks, page) => edgesOf(blocks, page));
  for (const part of ['top', 'foot'] as const) {
    const all = edges.map((edge) => edge[part]);
    all.forEach((candidates, page) => {
      // From the edge inwards: what stands behind a line of the text is text.
      for (const candidate of candidates) {
        if (!isRunning(candidate, all, page)) break;
        running[page]?.add(candidate.index);
      }
    });
  }
  return running;
}

function edgesOf(blocks: readonly Block[], page: number): { top: Candidate[]; foot: Candidate[] } {
  const lines = blocks.flatMap((block, index) => (block.kind === 'line' ? [{ index, line: block.line }] : []));
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const highest = Math.min(...tables.map(({ top }) => top));
  const lowest = Math.max(...tables.map(({ bottom }) => bottom));
  const sorted = [...lines].sort((a, b) => a.line.y - b.line.y);
  const toCandidate = ({ index, line }: (typeof lines)[number]): Candidate => {
    const text = line.text.replace(/\s+/g, ' ').trim();
    return {
      ...{ page, index, text, y: line.y },
      bare: text.replace(/\d+/g, '#').replace(/\s/g, ''),
      numbers: (text.match(/\d{1,9}/g) ?? []).map(Number),
    };
  };
  return {
    top: sorted
      .slice(0, LINES)
      .filter(({ line }) => !(line.y > highest))
      .map(toCandidate),
    foot: sorted
      .reverse()
      .slice(0, LINES)
      .filter(({ line }) => !(line.y < lowest))
      .map(toCandidate),
  };
}

function isRunning(candidate: Candidate, all: readonly (readonly Candidate[])[], page: number): boolean {
  const number = PAGE_NUMBER.test(candidate.text) || ROMAN.test(candidate.text);
  if (DASHED.test(candidate.text)) return true;
  // A sentence runs through no pages.
  if (!number && /[，。；]/.test(candidate.text)) return false;
  const around = [...all.slice(Math.max(0, page - AROUND), page), ...all.slice(page + 1, page + AROUND + 1)];
  return around.some((lines) =>
    lines.some((line) => (number ? isNextNumber(candidate, line) : isSame(candidate, line))),
  );
}

function isSame(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.y - b.y) > HEIGHT || a.bare !== b.bare || a.bare.length < 2) return false;
  if (a.numbers.length !== b.numbers.length) return false;
  // 2021—2025 stays, and 3 counts with the pages.
  return a.numbers.every((n, i) => n === b.numbers[i] || n - (b.numbers[i] ?? 0) === a.page - b.page);
}

/** Numbers of pages may change their side, and their sign with the height of a landscape page. */
function isNextNumber(a: Candidate, b: Candidate): boolean {
  if (ROMAN.test(a.text)) return ROMAN.test(b.text) && Math.abs(a.y - b.y) <= HEIGHT;
  if (!PAGE_NUMBER.test(b.text)) return false;
  return (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0) === a.page - b.page;
}
