import { clean } from '../../src/clean/index.js';
import { applyStage, type Draft, type Mark, type Stage, startDraft } from '../../src/core/draft.js';

/** The text that one stage makes of a text. */
export function after(stage: Stage, text: string, marks: readonly Mark[] = []): string {
  return applyStage({ ...startDraft(text), marks }, stage).text;
}

/** What one stage does, as `why:what it took out`, in order. */
export function changes(stage: Stage, text: string, marks: readonly Mark[] = []): string[] {
  return told(applyStage({ ...startDraft(text), marks }, stage));
}

/** The text that the whole cleaning makes of a text. */
export async function cleaned(text: string): Promise<string> {
  return (await clean(startDraft(text))).draft.text;
}

function told(draft: Draft): string[] {
  return draft.changes.map(({ edit, before }) => {
    const { cause } = edit;
    const why = cause.kind === 'removed' ? cause.reason : cause.kind === 'repaired' ? cause.repair : cause.kind;
    return `${why}:${before.replace(/\n$/, '')}`;
  });
}
