import type { Line } from '../core/lines.js';
import { roleOf, type SectionRole } from '../lexicon/sections.js';
import type { Meta, Section } from '../schema/model.js';
import type { Structure } from '../structure/index.js';
import { type Clause, clausesOf } from './clauses.js';
import { fold } from './fold.js';
import { findQuantities, type Quantity } from './tokens/quantities.js';
import { findTimes, type TimeToken } from './tokens/times.js';

/** What the whole document tells every rule. */
export interface PlanContext {
  readonly structure: Structure;
  readonly meta: Meta;
  /** The year that 今年 means: of writing, of publication, or the one before the plan's period. */
  readonly writtenYear: number | null;
  /** A date before this year is of the past. */
  readonly firstYear: number | null;
}

/** A line as rules see it: folded, cut into clauses, its tokens found by one scan. Offsets count in the line. */
export interface LineView {
  readonly line: Line;
  readonly section: Section | undefined;
  readonly role: SectionRole;
  /** Half-width spelling, same length as the line. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeToken[];
  readonly quantities: readonly Quantity[];
  /** Where the body begins behind a heading's number and title; 0 in a line that is no heading. */
  readonly bodyStart: number;
}

export function planContext(structure: Structure, meta: Meta): PlanContext {
  const written = Number((meta.writtenOn ?? meta.publishedOn)?.slice(0, 4)) || null;
  const from = meta.period?.from ?? null;
  const firstYear = written === null ? from : from === null ? written : Math.min(written, from);
  const titled = Number(/(\d{4})年.{0,20}(?:报告|要点|安排|计划)/.exec(meta.title ?? '')?.[1]) || null;
  return { structure, meta, writtenYear: titled ?? written ?? from, firstYear };
}

/** The role of every section by its id: the heading's, else that of the section around it. */
export function sectionRoles(sections: readonly Section[]): Map<string, SectionRole> {
  const roles = new Map<string, SectionRole>();
  for (const section of sections) {
    const inherited = section.parent ? (roles.get(section.parent) ?? 'task') : 'task';
    roles.set(section.id, roleOf(section.title, inherited));
  }
  return roles;
}

/** Views of all lines, in order. */
export function viewLines(plan: PlanContext): LineView[] {
  const roles = sectionRoles(plan.structure.sections);
  return plan.structure.lines.map((line) => {
    const section = plan.structure.sectionAt(line.number);
    const opens = section?.lines[0] === line.number && section.kind !== 'annex';
    const text = fold(line.text);
    const times = findTimes(text, { year: plan.writtenYear });
    return {
      line,
      section,
      role: section ? (roles.get(section.id) ?? 'task') : 'task',
      text,
      clauses: clausesOf(text),
      times,
      quantities: findQuantities(text, times),
      bodyStart: opens ? Math.max(0, line.text.indexOf(section.title)) + section.title.length : 0,
    };
  });
}
