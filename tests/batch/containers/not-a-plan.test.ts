import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { membersOf, notAPlan } from '../../../src/batch/containers/index.js';
import { planOf } from './members.js';

it.each([
  ['a/b.JPG', 'a picture'],
  ['a.woff2', 'a font'],
  ['video.mp4', 'a video'],
  ['setup.exe', 'a program'],
  ['x/.DS_Store', 'left there by an operating system or program'],
  ['~$方案.docx', 'left there by an operating system or program'],
])('%s is none: %s', (name, reason) => {
  expect(notAPlan(name)).toBe(reason);
});

it.each([
  '方案.html',
  '方案.txt',
  '方案',
  '方案.docx',
  '方案.pdf',
  'a.zip',
  'a.csv',
  '第1.2版',
  'art_123.do',
  'index.aspx',
])('%s may be one', (name) => {
  expect(notAPlan(name)).toBeNull();
});

const code = 'function show(id) { document.getElementById(id).style.display = "none"; } // 显示\n'.repeat(9);
const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 7919 + i * 104_729) % 256));

it.each<[string, string | Uint8Array, string]>([
  ['jquery.min.js', code, 'a script'],
  ['site.css', '.a { font-family: "宋体"; color: red }', 'a style sheet'],
  ['list.php', '<?php echo "规划"; include("list.inc"); ?>', 'a script'],
  ['app.map', '{"version":3,"sources":["a.js"]}', 'a script'],
  ['a.tmp', noise, 'a file of another program'],
  ['a.ts', noise, 'a script'],
  ['yarn.lock', '', 'a file of another program'],
  ['run.log', 'INFO started 2023-05-09 10:00:00 done 规划\n'.repeat(20), 'a file of another program'],
  ['a.bin', '\x7fELF\x02', 'a program'],
])('%s is none by what is in it', (name, bytes, reason) => {
  expect(notAPlan(name, Buffer.from(bytes))).toBe(reason);
});

const endings = 'php asp jsp do log tmp part db ts map bin js css'.split(' ');

it.each(endings)('a plan that is called list.%s is read', (ending) => {
  const text = planOf('青石县');
  const page = `<!DOCTYPE html>\n<html><head><meta name="a">${'<script src="a.js"></script>'.repeat(200)}`;
  const name = `list.${ending}`;
  for (const encoding of ['utf8', 'gbk', 'big5', 'utf16-le', 'utf16-be', 'hz-gb-2312'].filter(iconv.encodingExists)) {
    expect([encoding, notAPlan(name, iconv.encode(text, encoding))]).toEqual([encoding, null]);
    expect([encoding, notAPlan(name, iconv.encode(text, encoding, { addBOM: true }))]).toEqual([encoding, null]);
    expect([encoding, notAPlan(name, iconv.encode(page, encoding, { addBOM: true }))]).toEqual([encoding, null]);
  }
  expect(notAPlan(name, Buffer.from('%PDF-1.7'))).toBeNull();
  expect(notAPlan(name)).toBeNull();
});

it('looks at the bytes as well', () => {
  expect(notAPlan('plan.html', Buffer.from('GIF89a....'))).toBe('a GIF picture');
  expect(notAPlan('plan.html', Buffer.from('%PDF-1.7'))).toBeNull();
  expect(notAPlan('plan.html', Buffer.from('<html>'))).toBeNull();
});

it.each([
  ['nothing', ''],
  ['a PDF', '%PDF-1.7\n'],
  ['a web archive', 'From: <Saved by Blink>\r\nSubject: a, b\r\n'],
  ['a picture', '\x89PNG\r\n\x1a\n'],
])('%s is one document for its reader', async (_, bytes) => {
  expect(await membersOf(Buffer.from(bytes, 'latin1'), 'x.csv')).toBeNull();
});
