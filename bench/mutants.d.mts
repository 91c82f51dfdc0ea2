/** An input: which kind of damage, the ending of its name, its bytes. */
export interface Mutant {
  readonly kind: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

export interface MutantKind {
  readonly name: string;
  readonly weight: number;
}

export const KINDS: readonly MutantKind[];
export function mutantOf(kind: MutantKind, seed: number): Mutant;
export function mutant(seed: number, number: number): Mutant;
