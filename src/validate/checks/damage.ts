import type { Known } from '../known.js';
import { type Fault, type StoredRecord, shown, textOf } from '../record.js';

/** Fields whose text is Chinese prose or names. */
const TEXTS = [
  ...['title', 'region', 'issuer', 'heading', 'indicator', 'quote', 'text', 'task', 'unit', 'fullName', 'duty'],
  ...['conventionQuote', 'tableTitle'],
] as const;

/** UTF-8 as Latin-1 or Windows-1252 shows it: å­¦, çš„. */
const AS_LATIN = /(?:[\u00e2-\u00e9][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac]{1,2}){2}/;
/** GBK as Latin-1 shows it: Ñ§Ç°. */
const GBK_AS_LATIN = /(?:[\u00a1-\u00fe]{2}){3}/;
/** UTF-8 as GBK shows it: the characters that 的, 年, 县, 教, 和 and full stops become. */
const AS_GBK = /鐨勩|骞村|鍒[帮扮]|鏁欒偛|锛屽|锛[岀孚]|銆[傚侊]|鈥[滃檚]|鍏ㄥ幙|鍘挎|鍔℃/;
/** What an encoding without Chinese makes of a name. */
const QUESTIONS = /^[^\p{Script=Han}]*\?{2,}[^\p{Script=Han}]*$/u;
const LOST = /\ufffd|锟斤拷/;

function sign(text: string): string | null {
  if (AS_LATIN.test(text) || GBK_AS_LATIN.test(text) || AS_GBK.test(text))
    return 'was saved or opened in another encoding';
  return QUESTIONS.test(text) ? 'has lost its Chinese characters' : null;
}

/** Text that was stored in an encoding that does not hold it, or read in a wrong one. */
export function* damage(record: StoredRecord, { documents, kinds }: Known): Generator<Fault> {
  const document = documents.get(record.document);
  for (const field of TEXTS) {
    const text = textOf(record, field);
    if (text === undefined || text === '') continue;
    const problem = sign(text);
    // Where the original lost characters, what stands for them is as it was read.
    const lossless = document?.lossy === false && kinds.has('diagnostics');
    const lost = problem === null && LOST.test(text) && lossless && !record.get('suspect');
    const words = problem ?? (lost ? 'has characters that stand for lost ones, which its document had not' : null);
    if (words === null) continue;
    yield { rule: 'validate/text', level: 'error', field, message: `is ${shown(text)}; it ${words}` };
  }
}
