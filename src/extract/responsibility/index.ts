import type { AnyDiagnostic } from '../../core/diagnostic.js';
import type { LineView, PlanContext } from '../context.js';
import type { ResponsibilityCandidate } from './candidate.js';
import type { Convention } from './conventions.js';
import { bodyResponsibilities } from './duties.js';
import { statedResponsibilities } from './stated.js';

/** Who does what, as lines of text say it: statements that close tasks, and duties told in sentences. */
export function responsibilitiesOf(
  plan: PlanContext,
  views: readonly LineView[],
  conventions: readonly Convention[],
): { records: ResponsibilityCandidate[]; diagnostics: AnyDiagnostic[] } {
  const { records, diagnostics } = statedResponsibilities(plan, views, conventions);
  return { records: [...records, ...bodyResponsibilities(plan, views, records)], diagnostics };
}
