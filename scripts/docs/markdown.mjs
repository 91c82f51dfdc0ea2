/** What every page that is made by a script opens with. */
export const generated = (from) =>
  `<!-- Generated from ${from} by \`npm run docs\`. Do not edit: change the source and run it again. -->`;

/** Text that stands in a cell of a table: one line, its strokes escaped. */
export const cell = (text) =>
  String(text)
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' / ');

export const code = (text) => `\`${String(text)}\``;

/** A table; cells are Markdown already, but for strokes and line ends. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const page = (blocks) => `${blocks.flat().filter(Boolean).join('\n\n')}\n`;

/** JSON in which what fits on a line stands on one. */
function pretty(value, indent = '') {
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= 100) return flat;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => `${inner}${pretty(item, inner)}`)
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${pretty(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

export const json = (value) => `\`\`\`json\n${pretty(value)}\n\`\`\``;
