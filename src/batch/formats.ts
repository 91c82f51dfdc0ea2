import type { Format, Writer } from '../write/writer.js';
import { writers } from '../write/writers.js';

/** A format of `extract`, one of `clean`, or the plan itself for a command that works on records. */
export type AnyFormat = Format | 'text' | 'log' | 'plan';

/** The writer of a format, loaded when it is asked for. */
export async function writerFor(format: AnyFormat): Promise<Writer> {
  if (format === 'plan') return (await import('../write/plan.js')).planWriter;
  if (format !== 'text' && format !== 'log') return writers[format]();
  return (await import('../write/cleaned.js')).cleanedWriters[format];
}
