/** How JSON with rows begins; nothing that people write opens like the first two. */
const OBJECT = /^\s*\{\s*(?:\}|"(?:[^"\\]|\\.){0,120}"\s*:\s*["[{\dtfn-])/;
const ARRAY_OF_OBJECTS = /^\s*\[\s*\{\s*"(?:[^"\\]|\\.){0,120}"\s*:\s*["[{\dtfn-]/;
const ARRAY = /^\s*\[\s*(?:\]|\[\s*["\dtfn-]|"|\d|null|\{\s*\})/;

/** What the first characters of a file may open; `array` may as well be a text. */
export function jsonKind(signs: string): 'object' | 'objects' | 'array' | null {
  if (OBJECT.test(signs)) return 'object';
  if (ARRAY_OF_OBJECTS.test(signs)) return 'objects';
  return ARRAY.test(signs) ? 'array' : null;
}
