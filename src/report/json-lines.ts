/** One container of JSON that is being read. */
interface Open {
  readonly path: string;
  readonly list: boolean;
  index: number;
  key: string;
}

const childPath = ({ path, list, index, key }: Open): string =>
  list ? `${path}[${index}]` : path === '' ? key : `${path}.${key}`;

/** The end of the string that begins at `from`. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/**
 * The lines at which the values of a JSON text begin, by their paths (`targets[3]`, `contains.targets[0]`, `meta.title`;
 * a member of an object at the line of its key), 1-based.
 * @param text valid JSON.
 * @param depth containers below the whole that are looked into.
 */
export function jsonLines(text: string, depth: number): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let line = 1;
  let expectsKey = false;
  const note = (): void => {
    const inside = open.at(-1);
    if (inside && open.length <= depth && !lines.has(childPath(inside))) lines.set(childPath(inside), line);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const inside = open.at(-1);
    if (character === '\n') line++;
    else if (character === '"' && expectsKey && inside) {
      const end = stringEnd(text, at);
      inside.key = String(JSON.parse(text.slice(at, end)));
      note();
      at = end - 1;
    } else if (character === ':') expectsKey = false;
    else if (character === ',' && inside) {
      inside.index++;
      expectsKey = !inside.list;
    } else if (character === '{' || character === '[') {
      note();
      open.push({ path: inside ? childPath(inside) : '', list: character === '[', index: 0, key: '' });
      expectsKey = character === '{';
    } else if (character === '}' || character === ']') {
      open.pop();
      expectsKey = false;
    } else if (character === '"') {
      note();
      at = stringEnd(text, at) - 1;
    }
  }
  return lines;
}
