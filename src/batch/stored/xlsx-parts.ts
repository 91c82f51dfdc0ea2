import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { SaxesTagPlain } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { StoredError } from './stored-table.js';

/** A workbook whose parts are read one after the other. */
export interface Package {
  /** Events of a part; nothing where there is none of that name. */
  readonly read: (name: string, handle: XmlHandler) => AsyncGenerator<void>;
  readonly has: (name: string) => boolean;
  readonly close: () => void;
}

/** Names are without prefixes: programs differ in them. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Bytes of one part; a sheet of a million rows of ours has a third of it. */
const LARGEST = 4_000_000_000;
/** What is packed to less than a thousandth is made to be a bomb. */
const LARGEST_RATIO = 1000;
const MOST_ENTRIES = 20_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

async function streamOf(zip: ZipFile, entry: Entry, file: string): Promise<Readable> {
  const { uncompressedSize: size, compressedSize: packed, fileName } = entry;
  if (entry.isEncrypted()) throw new StoredError(file, 'is encrypted; save it without a password');
  if (size > LARGEST || (size > 50_000_000 && size > packed * LARGEST_RATIO))
    throw new StoredError(
      file,
      `holds "${fileName}", which unpacks to ${Math.round(size / 1e6)} MB; no workbook of plans does`,
    );
  return zip.openReadStreamPromise(entry);
}

/** Open a workbook (ECMA-376 Part 2). @throws StoredError where it is no archive that can be read. */
export async function openPackage(file: string, path: string): Promise<Package> {
  const { openPromise } = await import('yauzl');
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST_ENTRIES) throw new Error('it has too many parts');
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
  } catch (error) {
    throw new StoredError(
      file,
      `is a damaged workbook (${error instanceof Error ? error.message : 'unreadable'}); open it in a spreadsheet and save it again`,
    );
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    close: () => zip.close(),
    read: async function* (name, handle) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return;
      const { SaxesParser } = await import('saxes');
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new StoredError(file, `is a damaged workbook ("${name}": ${error.message.replace(/^\d+:\d+: /, '')})`);
      });
      parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handle.open(local(name), attributes));
      parser.on('text', handle.text);
      parser.on('cdata', handle.text);
      parser.on('closetag', ({ name }: SaxesTagPlain) => handle.close(local(name)));
      const decoder = new StringDecoder('utf8');
      try {
        for await (const part of await streamOf(zip, entry, file)) {
          parser.write(decoder.write(part as Buffer));
          yield;
        }
        parser.write(decoder.end()).close();
      } catch (error) {
        if (error instanceof StoredError) throw error;
        throw new StoredError(file, `is a damaged workbook ("${name}" cannot be unpacked)`);
      }
      yield;
    },
  };
}

/** All events of a part. */
export async function readAll(pack: Package, name: string, handle: XmlHandler): Promise<void> {
  for await (const _ of pack.read(name, handle));
}

export const nothing = (): void => {};
