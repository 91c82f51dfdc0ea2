import type { Element } from 'domhandler';
import type { Look } from '../core/draft.js';

/**
 * How an element keeps its text from being seen: `closed` and `unseen` by means that pages use for menus and tabs as well,
 * `off-page` and `tiny` by means that only hide words from readers while search engines see them. What is unseen or tiny
 * may hold what is not.
 */
export type Hiding = 'closed' | 'unseen' | 'off-page' | 'tiny';

const CLOSED = /(?:^|[;\s])display\s*:\s*none/i;
const UNSEEN = /(?:^|[;\s])visibility\s*:\s*(?:hidden|collapse)/i;
const SEEN = /(?:^|[;\s])visibility\s*:\s*visible/i;
const OFF_PAGE = /(?:^|[;\s])(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{4,}/i;
const SIZE = /(?:^|[;\s])font-size\s*:\s*([^;!]{1,20})/i;
const NO_SIZE = /^0(?:\.0+)?(?:px|pt|em|rem|%)?\s*$/i;
const NO_ROOM = /(?:^|[;\s])(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i;
const CLIPPED = /overflow\s*:\s*hidden/i;

/** How an element hides its text; as its parents do where it says nothing else. */
export function hidingOf({ name, attribs }: Element, parent: Hiding | undefined): Hiding | undefined {
  const style = attribs.style ?? '';
  if (parent === 'closed' || parent === 'off-page') return parent;
  if (style !== '') {
    if (OFF_PAGE.test(style)) return 'off-page';
    if (CLOSED.test(style) || (CLIPPED.test(style) && NO_ROOM.test(style))) return 'closed';
  }
  if (name === 'marquee' || attribs.hidden !== undefined) return 'closed';
  if (style === '') return parent;
  const size = SIZE.exec(style)?.[1];
  if (size !== undefined && NO_SIZE.test(size)) return 'tiny';
  if (UNSEEN.test(style)) return 'unseen';
  if (parent === 'tiny' && size !== undefined) return undefined;
  return parent === 'unseen' && SEEN.test(style) ? undefined : parent;
}

const ASIDE_NAMES =
  /(?:^|[\s_-])(?:foot(?![-_]?note)|footer|nav|navbar|menu|crumbs?|breadcrumbs?|position|location|side|sidebar|aside|share|bdshare\w*|related?|recommend|hot|rank|comments?|copyright|toolbar|tools|links?|friendlink)(?:$|[\s_-]|\d)/i;

/** Whether an element says that it stands beside the document. A sign only: pages name their parts as they like. */
export function isAside({ name, attribs }: Element): boolean {
  if (name === 'nav' || name === 'aside' || name === 'footer') return true;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  return names.length > 1 && names.length < 200 && ASIDE_NAMES.test(names);
}

const TITLE_NAMES =
  /(?:^|[\s_-])(?:(?:article|art|con|content|doc|info|news|main|detail|page|xl|sp|p)[_-]?title|biaoti|headline|activity-name)(?:$|[\s_-]|\d)/i;

/** Whether an element is or calls itself the title of what it stands over. */
export function isTitle({ name, attribs }: Element): boolean {
  if (name === 'h1' || name === 'h2') return true;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  return names.length > 1 && names.length < 200 && TITLE_NAMES.test(names);
}

const HEADING_ELEMENT = /^h[1-6]$/;
const BOLD = /(?:^|[;\s])font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const CENTRED = /(?:^|[;\s])text-align\s*:\s*center/i;

/** How an element sets its text apart. */
export function looksOf({ name, attribs }: Element): Look[] {
  const looks: Look[] = [];
  const style = attribs.style ?? '';
  if (HEADING_ELEMENT.test(name)) looks.push(name as Look);
  if (name === 'b' || name === 'strong' || BOLD.test(style)) looks.push('bold');
  if (name === 'center' || attribs.align?.toLowerCase() === 'center' || CENTRED.test(style)) looks.push('centred');
  return looks;
}
