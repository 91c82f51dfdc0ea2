import type { AnyDiagnostic } from '../../core/diagnostic.js';
import type { Facts } from '../task.js';
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array; readonly facts?: Facts }
  | { readonly name: string; readonly failure: AnyDiagnostic }
  | { readonly name: string; readonly skipped: string };
export interface ContainerOptions {
  readonly textColumn?: string;
  readonly encoding?: string;
}
export async function membersOf(
  _bytes: Uint8Array,
  _name: string,
  _options: ContainerOptions,
): Promise<AsyncIterable<Member> | null> {
  return null;
}
