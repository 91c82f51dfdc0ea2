/*
 * The only place where elements are made. Texts become text nodes, attributes are set by name, listeners are functions:
 * no string is ever read as markup or code.
 */

/** What may stand inside of an element; nothing for null, undefined and false. */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

export interface Attributes {
  readonly on?: Listeners;
  /** Properties of style by their CSS names: `{ '--depth': '2' }`. The policy of the page forbids style attributes. */
  readonly style?: { readonly [property: string]: string };
  /** True: the bare attribute; false, null and undefined: none. */
  readonly [name: string]: string | number | boolean | null | undefined | Listeners | { readonly [p: string]: string };
}

/** Where a link may lead. Everything else (`javascript:`, `data:`) makes no link. */
const SAFE_LINK = /^(?:#|blob:|https?:\/\/)/i;

const SVG = 'http://www.w3.org/2000/svg';

function setAttribute(element: HTMLElement | SVGElement, name: string, value: Attributes[string]): void {
  if (value === null || value === undefined || value === false || typeof value === 'object') return;
  if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') throw new RangeError(`no attribute "${name}"`);
  if (/^(?:xlink:)?href$|^src$/i.test(name) && !SAFE_LINK.test(String(value))) return;
  element.setAttribute(name, value === true ? '' : String(value));
}

function dress(element: HTMLElement | SVGElement, { on, style, ...rest }: Attributes): void {
  for (const [name, value] of Object.entries(rest)) setAttribute(element, name, value);
  for (const [property, value] of Object.entries(style ?? {})) element.style.setProperty(property, value);
  for (const [type, listener] of Object.entries(on ?? {})) element.addEventListener(type, listener as EventListener);
}

function fill(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'string' || typeof child === 'number')
      parent.appendChild(document.createTextNode(String(child)));
    else if (child instanceof Node) parent.appendChild(child);
    else fill(parent, child);
  }
}

/** An HTML element. `el('button', { class: 'quiet', on: { click } }, 'Close')` */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, attributes);
  fill(element, children);
  return element;
}

/** An SVG element, for charts. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  dress(element, attributes);
  fill(element, children);
  return element;
}

/** Put these in place of all that an element holds. */
export function replaceChildren(element: Element, ...children: readonly Child[]): void {
  const fragment = document.createDocumentFragment();
  fill(fragment, children);
  element.replaceChildren(fragment);
}
