import type { Unit } from '../schema/model.js';

/** What is known of the units that a statement names, in its order. */
export function unitsOf(
  names: readonly { readonly name: string; readonly role: Unit['role'] }[],
  _region: { readonly name: string | null; readonly level: Unit['level'] },
): Unit[] {
  return names.map(({ name, role }) => ({
    ...{ name, role, fullName: name },
    ...{ unitId: null, level: null, place: null, kind: 'other' },
  }));
}
