import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { membersOf, notAPlan } from '../../../src/batch/containers/index.js';

it.each([
  ['a/b.JPG', 'a picture'],
  ['a.woff2', 'a font'],
  ['jquery.min.js', 'a script'],
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
