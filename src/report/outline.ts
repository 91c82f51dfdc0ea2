import type { Section } from '../schema/model.js';
import { oneLine } from './text.js';

const place = ([first, last]: Section['lines']): string => (first === last ? `[${first}]` : `[${first}-${last}]`);

/** The section tree for people: a line a heading, two blanks of indent a generation, with its lines in the cleaned text. */
export function outlineText(sections: readonly Section[]): string {
  const depths = new Map<string, number>();
  let text = '';
  for (const { id, parent, marker, title, lines } of sections) {
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(id, depth);
    text += `${'  '.repeat(depth)}${oneLine(`${marker} ${title}`.trim())}  ${place(lines)}\n`;
  }
  return text;
}
