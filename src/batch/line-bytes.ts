import { createReadStream } from 'node:fs';
import type { FilePath } from './inputs.js';

const LF = 0x0a;

/**
 * The lines of a file as bytes, each without its LF, the last one also where it has none. Only LF parts them: `readline`
 * ends a line at U+2028 too, which JSON leaves as it is in texts.
 * @throws the file system's error.
 */
export async function* lineBytes(file: FilePath): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const part of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const bytes = part as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      yield Buffer.concat([...rest, bytes.subarray(from, at)]);
      rest = [];
      from = at + 1;
    }
    if (from < bytes.length) rest.push(Buffer.from(bytes.subarray(from)));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
