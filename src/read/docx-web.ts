import { diagnostic, InputError } from '../core/diagnostic.js';
import type { ReadFile } from './index.js';

/**
 * `docx.ts` for browsers: the reader of ZIP archives that keeps to its limits against bombs works on Node alone.
 * @throws InputError `input/needs-node`, always.
 */
export async function readDocx(_bytes: Uint8Array): Promise<ReadFile> {
  throw new InputError(diagnostic('input/needs-node', 'error', { looksLike: 'a Word document (DOCX) or an archive' }));
}
