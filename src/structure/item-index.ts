import { lastIndex } from '../core/search.js';
import type { Section } from '../schema/model.js';

/**
 * Finds the innermost item that a place of the text stands in. A statement that governs the text from `from` on belongs to
 * no item whose neighbour before it is governed as well, but to what holds both.
 */
export function itemIndex(sections: readonly Section[]): (offset: number, from?: number) => Section | undefined {
  const items = sections.filter(({ kind }) => kind === 'item');
  const places = new Map(items.map(({ id }, i) => [id, i]));
  const before = neighbours(items);
  return (offset, from = offset) => {
    let i = lastIndex(items.length, (k) => (items[k]?.start ?? 0) <= offset);
    for (let item = items[i]; item; item = items[i]) {
      const neighbour = before[i];
      if (offset < item.end && !(neighbour && from <= neighbour.start)) return item;
      i = places.get(item.parent ?? '') ?? -1;
    }
    return undefined;
  };
}

/** For every item the one of its list that ends where it begins. */
function neighbours(items: readonly Section[]): (Section | undefined)[] {
  const last = new Map<string | null, Section>();
  return items.map((item) => {
    const other = last.get(item.parent);
    last.set(item.parent, item);
    return other && item.start - other.end <= 1 ? other : undefined;
  });
}
