export interface EncodingOfSamples {
  readonly label: string;
  readonly name: string;
  readonly alike: RegExp;
  readonly encode: (text: string) => Buffer;
  readonly double?: boolean;
  readonly seven?: readonly [string, string];
  readonly bom?: boolean;
  readonly script?: string;
  readonly meta?: string;
  readonly has?: string;
}

export interface DamageOfSamples {
  readonly label: string;
  readonly write: (text: string, encoding: EncodingOfSamples, k: number) => string;
  readonly least?: number;
  readonly cut?: 'start' | 'end';
  readonly share?: number;
}

export interface Sample {
  readonly bytes: Uint8Array;
  readonly text?: string;
  readonly whole?: readonly string[];
}

export interface Mixture {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Of the larger part. */
  readonly name: string;
  readonly other: string;
  /** The text of the smaller part. */
  readonly rest: string;
}

export const LENGTHS: readonly number[];
export const ENCODINGS: readonly EncodingOfSamples[];
export const DAMAGES: readonly DamageOfSamples[];
export function generator(seed: number): () => number;
export function corpora(): { readonly simplified: string; readonly taiwan: string; readonly hongKong: string };
export function sample(encoding: EncodingOfSamples, damage: DamageOfSamples, length: number, k: number): Sample | null;
export function problemOf(
  made: Sample,
  encoding: EncodingOfSamples,
  found: { readonly name: string; readonly text: string },
): string;
export const MIXTURES: readonly (readonly [string, string])[];
export function mixture(main: string, other: string, where: 'head' | 'tail', k: number): Mixture;
