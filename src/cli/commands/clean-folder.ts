import { resolve } from 'node:path';
import { type Input, resolveInputs } from '../../batch/inputs.js';
import { writtenBefore } from '../../batch/manifest.js';
import { addCleaning, cleanedLine, cleaningText, noCleaning, ofText } from '../../report/cleaned.js';
import { explanation } from '../../report/explain.js';
import { plainPaper } from '../../report/paper.js';
import { counted } from '../../report/text.js';
import type { Chunk } from '../../write/writer.js';
import { toFolder } from '../folder.js';
import { outcomes, type Read, tellFindings } from '../reading.js';
import { type Terminal, UsageError } from '../terminal.js';
import type { CleanOptions } from './clean.js';

type FolderOptions = CleanOptions & { readonly out: string };

/**
 * The inputs without what an earlier run has written into the same folder, which may lie in one that is read: cleaned
 * texts would be cleaned again. A file that is named itself is read all the same.
 */
async function inputsOf(paths: readonly string[], { out, quiet }: FolderOptions, terminal: Terminal): Promise<Input[]> {
  const found = await resolveInputs(paths, terminal.cwd);
  const written = await writtenBefore(resolve(terminal.cwd, out));
  const inputs = found.filter((one) => !('file' in one && written.has(one.file)) || paths.includes(one.path));
  const left = found.length - inputs.length;
  if (inputs.length === 0)
    throw new UsageError(`nothing to read but what an earlier run wrote into "${out}"; choose another folder with -o`);
  if (left > 0 && !quiet)
    terminal.err(`left out ${counted(left, 'files', 'file')} that an earlier run wrote into ${out}`);
  return inputs;
}

/** `.log`, so that nothing takes the explanation for a plan when the folder is read. */
function filesOf({ document, text, sums }: Read, name: string, explain: boolean): Chunk[] {
  const cleaned = { file: `${name}.txt`, data: text, complete: true };
  if (!explain) return [cleaned];
  return [cleaned, { file: `${name}.log`, data: explanation(document, sums, plainPaper), complete: true }];
}

/** `gongwen clean PATHS… -o DIR`. */
export async function cleanFolder(
  paths: readonly string[],
  options: FolderOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, quiet = false, explain = false } = options;
  const inputs = await inputsOf(paths, options, terminal);
  let counts = noCleaning;
  const told = ({ path, document }: Read): void => {
    counts = addCleaning(counts, document.cleaning);
    if (quiet) return;
    terminal.err(cleanedLine(path, document.cleaning));
    tellFindings(path, document.diagnostics.filter(ofText), terminal);
  };
  return toFolder(
    {
      out,
      quiet,
      inputs,
      outcomes: outcomes(inputs, options, terminal, told),
      formats: explain ? ['text', 'log'] : ['text'],
      add: (read, name) => filesOf(read, name, explain),
      closing: ({ plans, failed }) => {
        const refused = failed > 0 ? `, ${failed} failed` : '';
        return `total: ${counted(plans, 'plans', 'plan')}${refused}; ${cleaningText(counts)}`;
      },
    },
    terminal,
  );
}
