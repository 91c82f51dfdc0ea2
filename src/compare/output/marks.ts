/*
 * How files of comparisons open: they are no plans, and only they are replaced by later ones.
 */

const COMMENT = '<!-- gongwen compare -->';

export const MARKDOWN_MARK = `${COMMENT}\n`;
export const HTML_MARK = `<!doctype html>\n${COMMENT}\n`;

const MARKS = [MARKDOWN_MARK, HTML_MARK].map((mark) => new TextEncoder().encode(mark));

/** Whether these bytes open like a page or a Markdown file of a comparison. */
export const isOwnComparison = (bytes: Uint8Array): boolean =>
  MARKS.some((mark) => mark.every((byte, i) => bytes[i] === byte));
