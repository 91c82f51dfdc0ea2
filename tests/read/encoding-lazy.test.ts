import { expect, it, vi } from 'vitest';
import { decode } from '../../src/read/encoding.js';

vi.mock('iconv-lite', () => {
  throw new Error('loaded');
});

const TEXT = '全县新建改造供水管网，由县水务局牵头。';
// The same in bytes of GBK, written out because nothing may load the encoder here.
const GBK = 'c8abcfd8d0c2bda8b8c4d4ecb9a9cbaeb9dccdf8a3acd3c9cfd8cbaecef1bed6c7a3cdb7a1a3';

it.each([
  ['UTF-8', Buffer.from(TEXT, 'utf8'), undefined],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), undefined],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), undefined],
  ['GBK', Buffer.from(GBK, 'hex'), undefined],
  ['forced GBK', Buffer.from(GBK, 'hex'), 'gbk'],
])('%s does not load iconv-lite', async (_label, bytes, forced) => {
  expect((await decode(bytes, forced)).text).toBe(TEXT);
});

it('Big5 does', async () => {
  await expect(decode(Buffer.from('b941a7f8a8d1a4f4', 'hex'), 'big5')).rejects.toThrow();
});
