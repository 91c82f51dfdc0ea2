import type { Input } from '../../batch/inputs.js';
import { cleanedLine, cleaningText, ofText } from '../../report/cleaned.js';
import { counted } from '../../report/text.js';
import { type FolderCommand, toFolder } from '../folder.js';
import { tellFindings } from '../reading.js';
import { sourcesOf } from '../sources.js';
import type { Terminal } from '../terminal.js';
import type { CleanOptions } from './clean.js';

/** `gongwen clean PATHS… -o DIR`. */
export async function cleanFolder(
  paths: readonly string[],
  options: CleanOptions & { readonly out: string },
  terminal: Terminal,
): Promise<number> {
  const inputs: readonly Input[] = await sourcesOf(paths, options, terminal);
  const command: FolderCommand = {
    inputs,
    formats: options.explain ? ['text', 'log'] : ['text'],
    writing: { headers: 'en', bom: false },
    told: ({ path, read }, { err }) => {
      err(cleanedLine(path, read.cleaning));
      tellFindings(path, read.findings.filter(ofText), { err });
    },
    closing: ({ plans, failed, cleaning }) => {
      const refused = failed > 0 ? `, ${failed} failed` : '';
      return `total: ${counted(plans, 'plans', 'plan')}${refused}; ${cleaningText(cleaning)}`;
    },
  };
  return toFolder(command, options, terminal);
}
