import type { AnyNode, Element } from 'domhandler';
import { type Fields, trackFields } from './docx-fields.js';
import { mathText } from './docx-math.js';
import type { Numbering } from './docx-numbering.js';
import type { Styles } from './docx-styles.js';
import { type LeftOut, type TableWriting, tableXml } from './docx-tables.js';
import { attribute, childOf, isElement, isOn, nameOf, numberIn, type XmlPart } from './docx-xml.js';

/** The body of a Word file as plain WordprocessingML. */
export interface PlainBody {
  readonly xml: string;
  /** Paragraphs of the body, those in cells of tables included, those in text boxes not. */
  readonly paragraphs: number;
  readonly pictures: number;
  readonly leftOut: Readonly<LeftOut>;
}

interface Writing extends TableWriting {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: Fields;
  pictures: number;
  /** Text boxes of the paragraph, which stand behind it. */
  floating: string;
}

/** Elements inside one another; more is no document. Deeper ones are left out. */
const DEEPEST = 200;

/** Elements that only wrap what they hold. */
const WRAPPERS = new Set(
  'w:ins w:moveTo w:smartTag w:sdtContent w:customXml w:hyperlink w:fldSimple w:dir w:bdo w:rubyBase'.split(' '),
);
const DELETED = new Set(['w:del', 'w:moveFrom']);
const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);

/**
 * Rewrite `word/document.xml` so that what a reader sees is text: numbers of lists are printed at their paragraphs, tracked
 * changes accepted, fields give their results, formulas a line of text, text boxes paragraphs behind the one that they are
 * anchored in. Paragraphs begin with a bookmark `p1`, `p2` … Left out: notes, comments, hidden text, pictures.
 */
export function plainBody(part: XmlPart, styles: Styles, numbering: Numbering): PlainBody {
  const writing: Writing = {
    ...{ part, styles, numbering, fields: trackFields(part) },
    leftOut: { footnotes: 0, endnotes: 0, comments: 0, hidden: 0, deletions: 0 },
    ...{ paragraphs: 0, pictures: 0, boxes: 0, inTable: false, carried: '', floating: '' },
    blocks: (nodes, depth) => blocksXml(writing, nodes, depth),
  };
  const body = childOf(part, part.root, 'w:body');
  let xml = body ? blocksXml(writing, body.children, 0) : '';
  if (writing.carried !== '') xml += `<w:p>${writing.carried}</w:p>`;
  const { paragraphs, pictures, leftOut } = writing;
  return { xml, paragraphs, pictures, leftOut };
}

/** Paragraphs and tables, and what wraps them. */
function blocksXml(writing: Writing, nodes: readonly AnyNode[], depth: number): string {
  if (depth > DEEPEST) return '';
  const parts: string[] = [];
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const name = nameOf(writing.part, node);
    if (name === 'w:p') parts.push(paragraphXml(writing, node, depth));
    else if (name === 'w:tbl') parts.push(tableXml(writing, node, depth + 1));
    else if (name === 'w:sdt' || WRAPPERS.has(name)) parts.push(blocksXml(writing, node.children, depth + 1));
    else if (name === 'mc:AlternateContent') parts.push(blocksXml(writing, chosen(writing, node), depth + 1));
    else if (DELETED.has(name)) writing.leftOut.deletions++;
    else if (name === 'm:oMathPara' || name === 'm:oMath')
      parts.push(`<w:p>${textXml(mathText(writing.part, node))}</w:p>`);
  }
  return parts.join('');
}

/** Of a choice the first that holds text, else the last. */
function chosen({ part }: Writing, element: Element): AnyNode[] {
  const ways = element.children.filter(isElement);
  const worded = ways.find((way) => holdsText(part, way));
  return (worded ?? ways.at(-1))?.children ?? [];
}

function holdsText(part: XmlPart, element: Element): boolean {
  const stack: Element[] = [element];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const name = nameOf(part, next);
    if (name === 'w:t' || name === 'w:sym' || name === 'm:t') return true;
    for (const child of next.children) if (isElement(child)) stack.push(child);
  }
  return false;
}

function paragraphXml(writing: Writing, element: Element, depth: number): string {
  const { part, styles } = writing;
  const marker = writing.boxes > 0 ? '' : `<w:bookmarkStart w:id="0" w:name="p${++writing.paragraphs}"/>`;
  const properties = childOf(part, element, 'w:pPr');
  const outer = { floating: writing.floating, carried: writing.carried };
  writing.floating = '';
  writing.carried = '';
  const style = styles.paragraph(attribute(childOf(part, properties, 'w:pStyle'), 'val'));
  const mark = childOf(part, properties, 'w:rPr');
  const removed = childOf(part, mark, 'w:del') ?? childOf(part, mark, 'w:moveFrom');
  const { hidden: before, deletions: deleted } = writing.leftOut;
  const content = inlineXml(writing, element.children, depth + 1, style.bold);
  const boxes = writing.floating;
  writing.floating = outer.floating;
  const hidden = content === '' && isOn(childOf(part, mark, 'w:vanish')) && writing.leftOut.hidden > before;
  if (removed) {
    if (writing.leftOut.deletions === deleted) writing.leftOut.deletions++;
    writing.carried = outer.carried + marker + content;
    return boxes;
  }
  const number = hidden ? '' : textXml(numberOf(writing, properties, style.list));
  const look = lookOf(writing, properties, style);
  return `<w:p>${look}${outer.carried}${marker}${number}${content}</w:p>${boxes}`;
}

function numberOf(
  { part, numbering }: Writing,
  properties: Element | undefined,
  ofStyle: ReturnType<Styles['paragraph']>['list'],
): string {
  const own = childOf(part, properties, 'w:numPr');
  return numbering({
    numId: numberIn(childOf(part, own, 'w:numId')),
    level: numberIn(childOf(part, own, 'w:ilvl')),
    style: attribute(childOf(part, properties, 'w:pStyle'), 'val'),
    ofStyle,
  });
}

/** The style of `lookStyles` for a paragraph. Text in the middle of a cell says nothing. */
function lookOf(
  { part, inTable }: Writing,
  properties: Element | undefined,
  style: ReturnType<Styles['paragraph']>,
): string {
  const outline = numberIn(childOf(part, properties, 'w:outlineLvl'));
  const heading = outline === undefined ? style.heading : outline >= 0 && outline <= 8 ? outline + 1 : undefined;
  const aligned = attribute(childOf(part, properties, 'w:jc'), 'val');
  const centred = !inTable && (aligned === undefined ? style.centred : aligned === 'center');
  if (heading === undefined && !centred) return '';
  return `<w:pPr><w:pStyle w:val="${lookName(heading, centred)}"/></w:pPr>`;
}

/** What the styles of a plain body are called: `h2`, `h2c` in the middle of the line, `c`. */
export function lookName(heading: number | undefined, centred: boolean): string {
  return `${heading === undefined ? '' : `h${Math.min(heading, 6)}`}${centred ? 'c' : ''}`;
}

function inlineXml(writing: Writing, nodes: readonly AnyNode[], depth: number, bold: boolean): string {
  if (depth > DEEPEST) return '';
  const parts: string[] = [];
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const name = nameOf(writing.part, node);
    if (name === 'w:r') pushRun(parts, runXml(writing, node, depth + 1, bold));
    else if (name === 'w:sdt' || name === 'w:ruby' || WRAPPERS.has(name))
      parts.push(inlineXml(writing, node.children, depth + 1, bold));
    else if (name === 'mc:AlternateContent') parts.push(inlineXml(writing, chosen(writing, node), depth + 1, bold));
    else if (DELETED.has(name)) writing.leftOut.deletions++;
    else if (name === 'm:oMath' || name === 'm:oMathPara') parts.push(textXml(mathText(writing.part, node)));
  }
  return parts.join('');
}

const TEXT_END = '</w:t></w:r>';
const TEXT_STARTS = ['<w:r><w:t xml:space="preserve">', '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'];

/** Word cuts a sentence into a dozen runs, which say the same here: one is read several times as fast. */
function pushRun(parts: string[], run: string): void {
  const last = parts.at(-1);
  const start = TEXT_STARTS.find((start) => run.startsWith(start));
  if (start !== undefined && last?.startsWith(start) && last.endsWith(TEXT_END)) {
    parts[parts.length - 1] = last.slice(0, -TEXT_END.length) + run.slice(start.length);
  } else parts.push(run);
}

function runXml(writing: Writing, run: Element, depth: number, bold: boolean): string {
  const { part, styles, fields } = writing;
  const properties = childOf(part, run, 'w:rPr');
  const vanish = childOf(part, properties, 'w:vanish');
  const hidden = vanish ? isOn(vanish) : styles.hides(attribute(childOf(part, properties, 'w:rStyle'), 'val'));
  const parts: string[] = [];
  for (const node of run.children) if (isElement(node)) parts.push(pieceXml(writing, node, depth + 1, hidden));
  const content = parts.join('');
  if (content === '') return '';
  fields.shows();
  const own = childOf(part, properties, 'w:b');
  const strong = own ? isOn(own) : bold;
  return `<w:r>${strong ? '<w:rPr><w:b/></w:rPr>' : ''}${content}</w:r>`;
}

/** One element of a run. */
function pieceXml(writing: Writing, node: Element, depth: number, hidden: boolean): string {
  const { part, fields, leftOut } = writing;
  const name = nameOf(part, node);
  if (name === 'w:fldChar') {
    const text = fields.mark(node);
    return text === '' || hidden ? '' : pieceOfText(text);
  }
  if (name === 'w:instrText') fields.code(rawText(node));
  if (fields.hides()) return '';
  if (hidden) {
    if (name === 'w:t') leftOut.hidden++;
    return '';
  }
  if (name === 'w:t') return pieceOfText(rawText(node));
  if (name === 'w:tab' || name === 'w:ptab') return '<w:tab/>';
  if (name === 'w:br' || name === 'w:cr') return '<w:br/>';
  if (name === 'w:noBreakHyphen') return pieceOfText('-');
  if (name === 'w:sym') return symbolXml(node);
  if (name === 'w:footnoteReference') leftOut.footnotes++;
  if (name === 'w:endnoteReference') leftOut.endnotes++;
  if (name === 'w:commentReference') leftOut.comments++;
  if (name === 'w:ruby') return inlineXml(writing, node.children, depth + 1, false);
  if (name === 'mc:AlternateContent') {
    return chosen(writing, node)
      .map((way) => (isElement(way) ? pieceXml(writing, way, depth + 1, false) : ''))
      .join('');
  }
  if (DRAWINGS.has(name)) drawing(writing, node, depth);
  return '';
}

/** Word's symbols by font and code, which mammoth knows the characters of. */
function symbolXml(node: Element): string {
  const font = attribute(node, 'font') ?? '';
  const code = attribute(node, 'char') ?? '';
  return /^[0-9a-f]{4}$/i.test(code) && /^[\w ]{1,40}$/.test(font) ? `<w:sym w:font="${font}" w:char="${code}"/>` : '';
}

/** A drawing gives the text of its boxes, or it is a picture. */
function drawing(writing: Writing, element: Element, depth: number): void {
  const boxes = boxesIn(writing, element);
  if (boxes.length === 0) {
    writing.pictures++;
    return;
  }
  if (depth > DEEPEST) return;
  const { inTable, floating } = writing;
  writing.boxes++;
  const texts = boxes.map((box) => blocksXml(writing, box.children, depth + 1));
  writing.boxes--;
  writing.inTable = inTable;
  writing.floating = floating + texts.join('');
}

/** The outermost text boxes of a drawing; of a choice only the way that is taken. */
function boxesIn(writing: Writing, element: Element): Element[] {
  const found: Element[] = [];
  const stack: AnyNode[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    const name = nameOf(writing.part, node);
    if (name === 'w:txbxContent') found.push(node);
    else {
      const inside = name === 'mc:AlternateContent' ? chosen(writing, node) : node.children;
      for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i] as AnyNode);
    }
  }
  return found;
}

function rawText(element: Element): string {
  return element.children.map((node) => (node.type === 'text' ? node.data : '')).join('');
}

function pieceOfText(text: string): string {
  return text === '' ? '' : `<w:t xml:space="preserve">${text.replace(/[<>]/g, '')}</w:t>`;
}

function textXml(text: string): string {
  return text === '' ? '' : `<w:r>${pieceOfText(text)}</w:r>`;
}
