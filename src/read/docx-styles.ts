import type { Element } from 'domhandler';
import { attribute, childOf, childrenOf, isOn, numberIn, type XmlPart } from './docx-xml.js';

/** What the styles of a Word file say that a reader of its text sees, own or taken over from the style that one builds on. */
interface ParagraphStyle {
  /** Level of a heading, 1 to 9. */
  readonly heading: number | undefined;
  readonly centred: boolean;
  readonly bold: boolean;
  readonly list: StyleList | undefined;
}

/** The list that a style numbers by, and the style that says so. */
export interface StyleList {
  readonly numId: number;
  readonly level: number | undefined;
  readonly styles: readonly string[];
}

export interface Styles {
  /** By id; undefined for the default style. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  /** Whether a character style hides its text. */
  readonly hides: (id: string | undefined) => boolean;
  /** The list that a style of numbering stands for. */
  readonly listOf: (id: string) => number | undefined;
}

const PLAIN: ParagraphStyle = { heading: undefined, centred: false, bold: false, list: undefined };
/** Styles build on each other in a handful of steps; a circle ends here. */
const DEEPEST = 20;

/** What `word/styles.xml` says; without one all paragraphs are plain. */
export function readStyles(part: XmlPart | undefined): Styles {
  const styles = new Map<string, Element>();
  let standard: string | undefined;
  for (const style of part ? childrenOf(part, part.root, 'w:style') : []) {
    const id = attribute(style, 'styleId');
    if (id === undefined || styles.has(id)) continue;
    styles.set(id, style);
    if (attribute(style, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(attribute(style, 'default') ?? ''))
      standard ??= id;
  }
  if (!part) return { paragraph: () => PLAIN, hides: () => false, listOf: () => undefined };
  const known = new Map<string, ParagraphStyle>();
  return {
    paragraph: (id) => {
      const name = id !== undefined && styles.has(id) ? id : standard;
      if (name === undefined) return PLAIN;
      const found = known.get(name) ?? paragraphStyle(part, chainOf(part, styles, name));
      known.set(name, found);
      return found;
    },
    hides: (id) => id !== undefined && isOn(nearest(part, chainOf(part, styles, id), 'w:rPr', 'w:vanish')),
    listOf: (id) => numberIn(childOf(part, styles.get(id), 'w:pPr', 'w:numPr', 'w:numId')),
  };
}

type Chain = readonly (readonly [string, Element])[];

/** A style and those that it builds on, the nearest first. */
function chainOf(part: XmlPart, styles: ReadonlyMap<string, Element>, id: string): Chain {
  const chain: [string, Element][] = [];
  let next: string | undefined = id;
  while (next !== undefined && chain.length < DEEPEST) {
    const style = styles.get(next);
    if (!style) break;
    chain.push([next, style]);
    next = attribute(childOf(part, style, 'w:basedOn'), 'val');
  }
  return chain;
}

function nearest(part: XmlPart, chain: Chain, ...path: string[]): Element | undefined {
  for (const [, style] of chain) {
    const found = childOf(part, style, ...path);
    if (found) return found;
  }
  return undefined;
}

function paragraphStyle(part: XmlPart, chain: Chain): ParagraphStyle {
  const lists = chain.findIndex(([, style]) => childOf(part, style, 'w:pPr', 'w:numPr', 'w:numId'));
  const numPr = childOf(part, chain[lists]?.[1], 'w:pPr', 'w:numPr');
  const numId = numberIn(childOf(part, numPr, 'w:numId'));
  const level = numberIn(nearest(part, chain, 'w:pPr', 'w:numPr', 'w:ilvl'));
  return {
    heading: headingOf(part, chain),
    centred: attribute(nearest(part, chain, 'w:pPr', 'w:jc'), 'val') === 'center',
    bold: isOn(nearest(part, chain, 'w:rPr', 'w:b')),
    list: numId === undefined ? undefined : { numId, level, styles: chain.slice(0, lists + 1).map(([id]) => id) },
  };
}

const HEADING_NAME = /^(?:heading|标题|標題)\s*([1-9])$/i;

/** By the outline level, else by the name that Word, WPS and LibreOffice give the built-in styles. */
function headingOf(part: XmlPart, chain: Chain): number | undefined {
  for (const [, style] of chain) {
    const level = numberIn(childOf(part, style, 'w:pPr', 'w:outlineLvl'));
    if (level !== undefined) return level >= 0 && level <= 8 ? level + 1 : undefined;
    const name = HEADING_NAME.exec(attribute(childOf(part, style, 'w:name'), 'val')?.trim() ?? '')?.[1];
    if (name !== undefined) return Number(name);
  }
  return undefined;
}
