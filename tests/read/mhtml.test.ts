import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/diagnostic.js';
import { readBytes } from '../../src/read/index.js';
import { openWebArchive } from '../../src/read/mhtml.js';

const PLAN = `<html><body>${'<p>到2027年，全县农村自来水普及率达到96%，县水利局牵头。</p>'.repeat(6)}</body></html>`;
const SHORT = '<html><body><p>县情</p><p>概况</p><p>新闻</p></body></html>';

/** Every byte as `=XX`, lines broken inside characters. */
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte, i) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}${i % 7 === 6 ? '=\r\n' : ''}`)
    .join('');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const bytesOf = (...pieces: (string | Uint8Array)[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));

const HEAD = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n';
const related = (more = ''): string =>
  `${HEAD}Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="b-1"${more}\r\n\r\n`;
const part = (headers: string, body: string): string => `--b-1\r\n${headers}\r\n\r\n${body}\r\n`;
const page = (headers: string, markup: string): string =>
  part(
    `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n${headers}`.trimEnd(),
    base64(Buffer.from(markup)),
  );

describe('the page keeps its own bytes', () => {
  const gbk = iconv.encode(PLAN, 'gbk');
  it.each<[string, Buffer]>([
    [
      'quoted-printable',
      bytesOf(
        related(),
        part('Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: Quoted-Printable', quoted(gbk)),
        '--b-1--',
      ),
    ],
    [
      'base64 under a wrong charset',
      bytesOf(
        related(),
        part('Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64', base64(gbk)),
        '--b-1--',
      ),
    ],
    ['8bit', bytesOf(related(), '--b-1\r\nContent-Type: text/html\r\n\r\n', gbk, '\r\n--b-1--\r\n')],
    [
      'ends of lines of Unix',
      bytesOf(related().replaceAll('\r', ''), '--b-1\nContent-Type: text/html\n\n', gbk, '\n--b-1--\n'),
    ],
    ['a download that was cut off', bytesOf(related(), '--b-1\r\nContent-Type: text/html\r\n\r\n', gbk)],
    ['one part alone', bytesOf('MIME-Version: 1.0\r\nContent-Type: text/html;\r\n charset=gb2312\r\n\r\n', gbk)],
    [
      'a boundary that the header lacks',
      bytesOf(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\npreamble\r\n',
        '--b-1\r\nContent-Type: text/html\r\n\r\n',
        gbk,
        '\r\n--b-1--',
      ),
    ],
    [
      'a multipart in another',
      bytesOf(
        related(),
        '--b-1\r\nContent-Type: multipart/alternative; boundary=b-2\r\n\r\n--b-2\r\nContent-Type: text/plain\r\n\r\nx\r\n--b-2\r\nContent-Type: text/html\r\n\r\n',
        gbk,
        '\r\n--b-2--\r\n--b-1--',
      ),
    ],
  ])('%s', async (_, bytes) => {
    const { draft, format, encoding } = await readBytes(bytes);
    expect([format, encoding.name, draft.text.trim().split('\n')]).toEqual([
      'html',
      'gb18030',
      Array(6).fill('到2027年，全县农村自来水普及率达到96%，县水利局牵头。'),
    ]);
    expect(draft.decoded).toContain('<p>');
  });

  it('and damaged transfer encoding stays as it is', () => {
    const body = 'a=3Db=ZZ=\r\nc=\nd=4';
    const saved = openWebArchive(
      bytesOf(related(), part('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', body)),
    );
    expect(
      Buffer.from(saved?.bytes ?? [])
        .toString('latin1')
        .trim(),
    ).toBe('a=b=ZZcd=4');
  });
});

describe('which part is the page', () => {
  const textOf = async (...pieces: string[]): Promise<string> =>
    (await readBytes(bytesOf(...pieces, '--b-1--'))).draft.text;

  it('the first of HTML, or the one that start names', async () => {
    const two = [page('Content-ID: <a>', SHORT), page('Content-ID: <b>', PLAN)];
    expect(await textOf(related(), part('Content-Type: text/css', 'p {}'), ...two)).toContain('概况');
    expect(await textOf(related('; start="<b>"'), ...two)).toContain('普及率');
  });

  it('the frame that holds the text', async () => {
    const frames = '<html><frameset><frame src="a"></frameset></html>';
    expect(await textOf(related(), page('', frames), page('', SHORT), page('', PLAN))).toContain('普及率');
    const around = SHORT.replace('</body>', '<script>var menu = "<p>";</script><iframe src="b"></iframe></body>');
    expect(await textOf(related(), page('', around), page('', PLAN))).toContain('普及率');
    expect(
      await textOf(related(), page('', PLAN.replace('</body>', '<iframe></iframe></body>')), page('', SHORT)),
    ).toContain('普及率');
  });

  it('gives the address that it was saved from', async () => {
    const from = async (top: string, own: string): Promise<string | undefined> =>
      (await readBytes(bytesOf(`${top}${related()}`, page(own, PLAN), '--b-1--'))).head['source-url'];
    const [a, b] = ['https://a.example/1.html', 'http://b.example/2.html'];
    expect(await from('', `Content-Location: ${b}`)).toBe(b);
    expect(await from(`Snapshot-Content-Location: ${a}\r\n`, `Content-Location: ${b}`)).toBe(a);
    expect(await from('', 'Content-Location: file:///C:/plan.htm')).toBeUndefined();
  });
});

describe('what is no web archive', () => {
  it.each([
    '<html><body>MIME-Version: 1.0</body></html>',
    'Title: 青石县规划\r\nContent-Type: plan\r\n\r\n一、总体要求',
    '说明: 一、总体要求',
    'MIME-Version 1.0',
    '',
  ])('%j', (text) => {
    expect(openWebArchive(Buffer.from(text))).toBeUndefined();
  });

  it.each([
    ['no part', related()],
    ['only pictures', `${related()}${part('Content-Type: image/png', 'x')}--b-1--`],
    ['nothing at all behind the head', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=""'],
  ])('an archive without a page: %s', (_, text) => {
    expect(() => openWebArchive(bytesOf(text))).toThrow(InputError);
  });

  it('reads hostile boundaries in linear time', () => {
    const time = (times: number): number => {
      const bytes = bytesOf(related(), '--b-1\r\nContent-Type: multipart/mixed; boundary=b-1\r\n\r\n'.repeat(times));
      const start = performance.now();
      try {
        openWebArchive(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
      return performance.now() - start;
    };
    time(100);
    expect(time(40_000)).toBeLessThan(3000);
  });
});
