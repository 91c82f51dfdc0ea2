import type { AnyNode, Element } from 'domhandler';

/** The prefixes that this program knows namespaces by, transitional and strict (ECMA-376 Parts 1 and 4). */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [
    /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/,
    'w',
  ],
  [
    /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/math$/,
    'm',
  ],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/, 'mc'],
];

/** A part of a Word file as a tree. Names of elements and attributes are read with `nameOf` and `attribute`. */
export interface XmlPart {
  readonly root: Element;
  /** Prefix in this part → the one that this program knows the namespace by. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * The tree of a part; entities stay as they are written, so that text can be passed on. Broken markup is repaired as HTML is.
 * @returns undefined where there is no element in it, or they lie deeper in each other than in any document.
 */
export async function parseXml(bytes: Uint8Array): Promise<XmlPart | undefined> {
  const { load } = await import('cheerio/slim');
  const text = textOf(bytes);
  if (isTooDeep(text)) return undefined;
  const $ = load(text, { xml: { xmlMode: true, decodeEntities: false } });
  const root = $.root()[0]?.children.find((node): node is Element => node.type === 'tag');
  if (!root) return undefined;
  const prefixes = new Map<string, string>();
  for (const [name, uri] of Object.entries(root.attribs)) {
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1];
    if (!known) continue;
    if (name === 'xmlns') prefixes.set('', known);
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), known);
  }
  return { root, prefixes };
}

/** Elements inside one another. The parser takes the square of it. */
const DEEPEST = 1000;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth--;
    else if (next !== '!' && next !== '?') {
      const end = text.indexOf('>', at);
      if (end < 0) return false;
      if (text[end - 1] !== '/') depth++;
      at = end;
    }
    if (depth > DEEPEST) return true;
  }
  return false;
}

function textOf(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

/** The name of an element with the prefix that this program knows (`w:p`), whatever the file calls its namespace. */
export function nameOf({ prefixes }: Pick<XmlPart, 'prefixes'>, { name }: Element): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const known = prefixes.get(prefix);
  return known === undefined || known === prefix ? name : `${known}:${name.slice(colon + 1)}`;
}

/** The value of an attribute by its local name; attributes of one element hardly ever share one. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const plain = element.attribs[`w:${name}`] ?? element.attribs[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(element.attribs).find((key) => key.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attribs[key];
}

/** The number in an attribute; undefined where there is none. */
export function numberIn(element: Element | undefined, name = 'val'): number | undefined {
  const value = attribute(element, name);
  return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

/** Whether a property that is on by being there (ST_OnOff) is on. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(attribute(element, 'val') ?? '');
}

export function isElement(node: AnyNode): node is Element {
  return node.type === 'tag';
}

/** The first child with a name (`w:pPr`), and by way of several names their child. */
export function childOf(
  part: Pick<XmlPart, 'prefixes'>,
  element: Element | undefined,
  ...names: string[]
): Element | undefined {
  let found = element;
  for (const name of names) {
    found = found?.children.find((node): node is Element => isElement(node) && nameOf(part, node) === name);
  }
  return found;
}

export function childrenOf(part: Pick<XmlPart, 'prefixes'>, element: Element, name: string): Element[] {
  return element.children.filter((node): node is Element => isElement(node) && nameOf(part, node) === name);
}
