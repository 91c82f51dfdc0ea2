import { describe, expect, it } from 'vitest';
import { COMPETENCES } from '../../src/lexicon/bodies/competences.js';
import { INSTITUTIONS, ORGANISATIONS, ORGANS, PARTY_OFFICES } from '../../src/lexicon/bodies/party.js';
import { TASKFORCES } from '../../src/lexicon/bodies/taskforces.js';
import { CHAINS, NATIONAL, VERTICALS } from '../../src/lexicon/bodies/verticals.js';
import { spellings } from '../../src/lexicon/indicators/spellings.js';

const TABLES = {
  COMPETENCES,
  PARTY_OFFICES,
  ORGANS,
  ORGANISATIONS,
  INSTITUTIONS,
  TASKFORCES,
  NATIONAL,
  CHAINS,
  VERTICALS,
};
const formsOf = ({ name, forms = '' }: { name: string; forms?: string }): string[] =>
  [name, ...forms.split(' ').filter(Boolean)].flatMap((form) => spellings(form, (piece) => piece));

describe('tables of bodies', () => {
  it('know some hundred offices', () => {
    const ids = Object.values(TABLES).flatMap((table) => table.map(({ id }) => id));
    expect(new Set(ids).size).toBeGreaterThan(250);
  });

  it.each(Object.entries(TABLES))('%s: ids are kebab case, each form belongs to one entry', (_, table) => {
    for (const { id } of table) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const owners = new Map<string, Set<string>>();
    for (const entry of table)
      for (const form of formsOf(entry)) owners.set(form, (owners.get(form) ?? new Set()).add(entry.id));
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([form, ids]) => [form, ...ids])).toEqual([]);
  });

  it('competences are listed once', () => {
    expect(COMPETENCES.map(({ id }) => id)).toEqual([...new Set(COMPETENCES.map(({ id }) => id))]);
  });
});
