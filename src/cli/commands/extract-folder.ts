import type { Input } from '../../batch/inputs.js';
import { summaryLine, totalsTable } from '../../report/text.js';
import type { Format, WriteOptions } from '../../write/writer.js';
import { type FolderCommand, type FolderFlags, toFolder } from '../folder.js';
import { tellFindings } from '../reading.js';
import type { Terminal } from '../terminal.js';

/** `gongwen extract PATHS… -o DIR`. */
export function extractFolder(
  inputs: readonly Input[],
  formats: readonly Format[],
  flags: FolderFlags & WriteOptions,
  terminal: Terminal,
): Promise<number> {
  const { headers, bom } = flags;
  const command: FolderCommand = {
    inputs,
    formats,
    writing: { headers, bom },
    told: ({ path, read }, { err }) => {
      err(summaryLine(path, read.counts));
      tellFindings(path, read.findings, { err });
    },
    closing: totalsTable,
  };
  return toFolder(command, flags, terminal);
}
