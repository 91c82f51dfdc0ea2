import { inflateSync, strFromU8 } from 'fflate';
import { type Block, blockId, INDEX_ID, type PageIndex } from '../payload.js';
import type { ReviewDocument } from './view.js';

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';

export function readIndex(): PageIndex {
  return JSON.parse(textOf(INDEX_ID)) as PageIndex;
}

function unpack(base64: string): Block {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Block;
}

/** Documents of the page; a block is opened when it is first asked for. */
export function openStore(): (index: number) => ReviewDocument {
  const opened = new Map<number, ReviewDocument>();
  return (index) => {
    const known = opened.get(index);
    if (known) return known;
    const block = unpack(textOf(blockId(index)));
    const one = { index, document: block.document, text: block.text ?? '' };
    opened.set(index, one);
    return one;
  };
}
