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
  const options = { headers, bom };
  const place = (): string => {
    throw new Error('no writer places its own files');
  };
  const writings = await Promise.all(
    formats.map(async (format) => {
      const writer = await writers[format]();
      return { ...(await writer.open(options, place)), encode: await writer.encode(options) };
    }),
  );
  return toFolder(
    {
      ...run,
      add: async (read, name) => (await Promise.all(writings.map(({ add, encode }) => add(encode(read), name)))).flat(),
      end: async () => (await Promise.all(writings.map(({ end }) => end()))).flat(),
      closing: totalsTable,
    },
    terminal,
  );
}
