import type { Format, Writer } from '../write/writer.js';
import { writers } from '../write/writers.js';

/** A format of `extract`, one of `clean`, the plan itself for a command that works on records, or what `check` compares of it. */
export type AnyFormat = Format | 'text' | 'log' | 'plan' | 'found';

/** The writer of a format, loaded when it is asked for. */
export async function writerFor(format: AnyFormat): Promise<Writer> {
  if (format === 'plan') return (await import('../write/plan.js')).planWriter;
  if (format === 'found') return (await import('./found.js')).foundWriter;
  if (format !== 'text' && format !== 'log') return writers[format]();
  return (await import('../write/cleaned.js')).cleanedWriters[format];
}
