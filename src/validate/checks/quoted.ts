import { type Fault, numberOf, type StoredRecord, textOf } from '../record.js';

/** Numbers that are written in words, or said by them: 三分之二, 一半, 翻一番, 全覆盖. */
const IN_WORDS = /[〇零一二两三四五六七八九十百千半双翻倍全均成]/;

const NUMBER = /\d+(?:[,，]\d{3})*(?:\.\d+)?/g;

/** Numbers of a text in digits, of either width, with marks of thousands. */
function numbersOf(text: string): number[] {
  const narrow = text.replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return [...narrow.matchAll(NUMBER)].map(([number]) => Number(number.replaceAll(/[,，]/g, '')));
}

/**
 * A value that its own quote does not have: somebody has changed the one and not the other. Quotes that say numbers in
 * words are left alone, for what they say is a matter of reading; so is a minus, which may be a dash.
 */
export function* quoted(record: StoredRecord): Generator<Fault> {
  if (record.kind !== 'targets') return;
  const [value, quote] = [numberOf(record, 'value'), textOf(record, 'quote')];
  if (value === undefined || quote === undefined || IN_WORDS.test(quote)) return;
  const there = numbersOf(quote);
  if (there.length === 0 || there.includes(Math.abs(value))) return;
  const message = `is ${value}; its quote has ${there.slice(0, 5).join(', ')}${there.length > 5 ? ' …' : ''}`;
  yield { rule: 'validate/evidence', level: 'warning', field: 'value', message };
}
