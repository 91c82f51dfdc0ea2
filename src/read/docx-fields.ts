import type { Element } from 'domhandler';
import { formatNumber } from './docx-number-formats.js';
import { attribute, nameOf, type XmlPart } from './docx-xml.js';

/*
 * Fields (ECMA-376 Part 1, 17.16): what stands between `begin` and `separate` is an instruction, what stands between
 * `separate` and `end` the text that a reader sees.
 */

interface Field {
  code: string;
  inCode: boolean;
  shown: boolean;
}

export interface Fields {
  /** Whether text stands in an instruction. */
  readonly hides: () => boolean;
  readonly code: (text: string) => void;
  /** Text that is shown. */
  readonly shows: () => void;
  /** A `w:fldChar`: the text that a field without a result shows, else ''. */
  readonly mark: (element: Element) => string;
}

/** Only fields that are closed hide their instruction: one that never ends would hide the rest of the document. */
export function trackFields(part: XmlPart): Fields {
  const closed = closedFields(part);
  const stack: Field[] = [];
  return {
    hides: () => stack.some(({ inCode }) => inCode),
    code: (text) => {
      const field = stack.at(-1);
      if (field && field.code.length < 500) field.code += text;
    },
    shows: () => {
      for (const field of stack) if (!field.inCode) field.shown = true;
    },
    mark: (element) => {
      if (!closed.has(element)) return '';
      const type = attribute(element, 'fldCharType');
      if (type === 'begin') stack.push({ code: '', inCode: true, shown: false });
      const field = stack.at(-1);
      if (type === 'separate' && field) field.inCode = false;
      if (type !== 'end' || !field) return '';
      stack.pop();
      return field.shown || stack.some(({ inCode }) => inCode) ? '' : drawn(field.code);
    },
  };
}

/** The marks of fields that have a beginning and an end. */
function closedFields(part: XmlPart): Set<Element> {
  const closed = new Set<Element>();
  const open: Element[][] = [];
  const stack: Element[] = [part.root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.type === 'tag') stack.push(child);
    }
    if (nameOf(part, element) !== 'w:fldChar') continue;
    const type = attribute(element, 'fldCharType');
    if (type === 'begin') open.push([element]);
    else open.at(-1)?.push(element);
    if (type === 'end') for (const mark of open.pop() ?? []) closed.add(mark);
  }
  return closed;
}

/** What the fields show that Word draws from their instruction: `EQ \o\ac(○,3)` is ③, `EQ \o\ad(\s\up 9(shí),石)` is 石. */
function drawn(code: string): string {
  if (!/^\s*eq\s/i.test(code)) return '';
  const base = /[,，]\s*([^,，()\\]{1,20})\)\s*$/.exec(code)?.[1]?.trim();
  if (base === undefined) return '';
  if (!/\([○◯Ｏ]/.test(code)) return base;
  return /^\d{1,2}$/.test(base) ? formatNumber(Number(base), 'decimalEnclosedCircle') : `(${base})`;
}
