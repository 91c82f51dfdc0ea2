import type { Cleaning } from '../schema/model.js';

export type RemovalReason = Cleaning['removed'][number]['reason'];

/** Why text of a page is no text of the document, in words. */
export const REMOVAL_REASONS: { readonly [R in RemovalReason]: string } = {
  spam: 'phrases and lists for search engines',
  navigation: 'links and columns of the site',
  metadata: 'facts about the document, read into its meta',
  widget: 'controls of the page',
  footer: 'who runs the site, or numbers of printed pages',
  duplicate: 'stands in the document already',
};

/** Kinds of repair in words. One that is missing here is told by its name alone. */
export const REPAIR_KINDS: { readonly [kind: string]: string } = {
  'pinyin-residue': 'syllables that the page added',
  'blank-run': 'question marks where blanks stood',
  'byte-shift': 'a byte was lost and the rest read one off',
  'from-duplicate': 'taken from a second copy in the file',
  mojibake: 'bytes that were read in a wrong encoding before the file was saved',
  entity: 'character references that stood in the text',
  markup: 'tags that stood in the text',
  escape: 'escaped characters that stood in the text',
  'full-width': 'digits and letters of numbers in full width',
  radical: 'radicals and compatibility forms in place of characters',
  accent: 'accents apart from their letters',
  bullet: 'marks of a symbol font',
  'from-page': 'taken from the metadata or a title of the same page',
  'joined-line': 'broken by the page in the middle of a sentence',
  'split-line': 'run together by the page with the line before',
};

export function isRemovalReason(name: string): name is RemovalReason {
  return Object.hasOwn(REMOVAL_REASONS, name);
}
