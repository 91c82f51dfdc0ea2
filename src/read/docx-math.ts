import type { Element } from 'domhandler';
import { childOf, isElement, nameOf, type XmlPart } from './docx-xml.js';

/** Formulas inside one another; deeper ones are left out. */
const DEEPEST = 50;

/** A formula (m:oMath, ECMA-376 Part 1, 22.1) as a line of text: fractions with a stroke, powers with ^, the rest as it stands. */
export function mathText(part: XmlPart, element: Element, depth = 0): string {
  if (depth > DEEPEST) return '';
  const inner = (name: string): string => {
    const child = childOf(part, element, name);
    return child ? mathText(part, child, depth + 1) : '';
  };
  const name = nameOf(part, element);
  if (name === 'm:t') return element.children.map((node) => (node.type === 'text' ? node.data : '')).join('');
  if (name === 'm:f') return `${grouped(inner('m:num'))}/${grouped(inner('m:den'))}`;
  if (name === 'm:sSup') return `${inner('m:e')}^${grouped(inner('m:sup'))}`;
  if (name === 'm:rad') return `√${grouped(inner('m:e'))}`;
  if (name === 'm:d') return `(${rest(part, element, depth)})`;
  return rest(part, element, depth);
}

function rest(part: XmlPart, element: Element, depth: number): string {
  return element.children
    .filter(isElement)
    .map((child) => mathText(part, child, depth + 1))
    .join('');
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
}
