/** One of several runs over the same inputs, each of which reads its own documents. Both from 1 on. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Hexadecimal digits of a hash that decide: 48 bits, exact as a number. */
const DIGITS = 12;

/** The shard that a document belongs to, by the SHA-256 of its bytes: equal documents are in one shard. */
export function shardOf(sha256: string, of: number): number {
  return (Number.parseInt(sha256.slice(0, DIGITS), 16) % of) + 1;
}

/** `2/8`; null for what is no shard. */
export function shardNamed(text: string): Shard | null {
  const [, k = '', n = ''] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { index: Number(k), of: Number(n) };
  return shard.of > 0 && shard.index <= shard.of ? shard : null;
}
