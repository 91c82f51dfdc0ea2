import type { Format, Writer } from '../write/writer.js';
import { writers } from '../write/writers.js';

/** A format of `extract`, or one of `clean`. */
export type AnyFormat = Format | 'text' | 'log';

/** The writer of a format, loaded when it is asked for. */
export async function writerFor(format: AnyFormat): Promise<Writer> {
  if (format !== 'text' && format !== 'log') return writers[format]();
  return (await import('../write/cleaned.js')).cleanedWriters[format];
}
