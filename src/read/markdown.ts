import { applyStage, type Draft, type Mark } from '../core/draft.js';
import { repair } from '../core/edits.js';
import { readBlocks } from './markdown-blocks.js';
import { mayHoldHtml, readStretches } from './markdown-html.js';
import type { Markup } from './markdown-inline.js';
import { frontMatter } from './markdown-signs.js';

/** The text of a Markdown file as that of a page: its marks gone, and what they say of the text told. */
export interface MarkdownText {
  readonly draft: Draft;
  /** What the front matter says, under the names of `<meta>` tags. */
  readonly head: Readonly<Record<string, string>>;
  /** Pictures that the text shows. */
  readonly pictures: number;
}

/** Keys of front matter under the names that pages have for them. */
const HEAD_NAMES: Readonly<Record<string, string>> = {
  title: 'articletitle',
  date: 'pubdate',
  published: 'pubdate',
  publish_date: 'pubdate',
  pubdate: 'pubdate',
  source: 'source',
  publisher: 'source',
};

/**
 * Take the marks of Markdown out of a text: like the tags of a page they are no text of the document. Tables that pipes draw
 * have to be read before: here only what stands in their cells is.
 */
export async function readMarkdown(draft: Draft): Promise<MarkdownText> {
  const front = frontMatter(draft.text);
  const opened = front ? withoutFront(draft, front) : draft;
  const html = mayHoldHtml(opened.text) ? await readStretches(opened) : undefined;
  const plain = html ? withMarkup(opened, html) : opened;
  const markup = readBlocks(plain.text, plain.marks);
  const read = withMarkup(plain, markup);
  return {
    draft: read,
    head: { ...titleOf(read), ...(front ? headOf(front.lines) : {}) },
    pictures: markup.pictures + (html?.pictures ?? 0),
  };
}

/** The one heading of the first level that opens a text is its title. */
function titleOf({ text, marks }: Draft): Record<string, string> {
  const [first, ...more] = marks.filter((mark) => mark.kind === 'look' && mark.look === 'h1');
  const opens = first && marks.some((mark) => mark.kind === 'title' && mark.start === first.start);
  return opens && more.length === 0 ? { articletitle: text.slice(first.start, first.end) } : {};
}

type Front = NonNullable<ReturnType<typeof frontMatter>>;

/** Lines with a Chinese label stay: the cleaning reads such blocks, and says that it took them. */
function withoutFront(draft: Draft, { lines, end }: Front): Draft {
  const kept = lines.filter(({ key, value }) => /[\u4e00-\u9fff]/.test(key) && value !== '');
  const edits: Markup['edits'] = [];
  let from = 0;
  for (const line of [...kept, { start: end, end }]) {
    if (line.start > from) edits.push(repair(from, line.start, '', 'markup'));
    from = line.end;
  }
  return withMarkup(draft, { edits, marks: [], pictures: 0 });
}

function headOf(lines: Front['lines']): Record<string, string> {
  const head: Record<string, string> = {};
  for (const { key, value } of lines) {
    const name = key.toLowerCase();
    if (value !== '' && /^[a-z]/.test(name)) head[HEAD_NAMES[name] ?? name] ??= value;
  }
  return head;
}

/** The draft without the markup, which is no change to the document's own text, and with its marks in the order of the text. */
function withMarkup(draft: Draft, { edits, marks }: Markup): Draft {
  if (edits.length === 0 && marks.length === 0) return draft;
  const all: Mark[] = [...draft.marks, ...marks].sort((a, b) => a.start - b.start);
  const { text, map, marks: moved } = applyStage({ ...draft, marks: all }, { id: 'markdown', edits: () => edits });
  return { ...draft, text, map, marks: moved };
}
