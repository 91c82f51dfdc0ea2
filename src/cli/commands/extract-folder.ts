import type { Input } from '../../batch/inputs.js';
import type { Outcome } from '../../batch/run.js';
import { totalsTable } from '../../report/text.js';
import type { Format, WriteOptions } from '../../write/writer.js';
import { writers } from '../../write/writers.js';
import { toFolder } from '../folder.js';
import type { Terminal } from '../terminal.js';

/** What `extract -o` writes, and where. */
export interface ExtractRun extends WriteOptions {
  readonly out: string;
  readonly formats: readonly Format[];
  readonly inputs: readonly Input[];
  readonly outcomes: AsyncIterable<Outcome>;
  readonly quiet?: boolean;
}

/** `gongwen extract PATHS… -o DIR`. */
export async function extractFolder(run: ExtractRun, terminal: Terminal): Promise<number> {
  const { formats, headers, bom } = run;
  const writings = await Promise.all(formats.map((format) => writers[format].open({ headers, bom })));
  return toFolder(
    {
      ...run,
      add: ({ document }, name) => writings.flatMap((writing) => writing.add({ document, name })),
      end: () => writings.flatMap((writing) => writing.end()),
      closing: totalsTable,
    },
    terminal,
  );
}
