import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** An archive of these members; `claimed` states other sizes than the true ones. */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>, claimed?: number): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, rest, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\x05\x06'), end]);
}

export interface WordOptions {
  readonly numbering?: string;
  readonly styles?: string;
  readonly title?: string;
  /** Namespace of WordprocessingML and its prefix. */
  readonly namespace?: string;
  readonly prefix?: string;
  /** Name of the part that holds the text. */
  readonly main?: string;
  readonly type?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A Word file of a body; elements are written with the prefix `w`. */
export function wordFile(body: string, options: WordOptions = {}): Uint8Array {
  const { namespace = W, prefix = 'w', main = 'word/document.xml' } = options;
  const { type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' } = options;
  const part = (root: string, content: string): string => {
    const own = `<w:${root} xmlns:w="${namespace}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${root}>`;
    return prefix === 'w' ? own : own.replace(/(<\/?|\s|xmlns:)w([:=])/g, `$1${prefix}$2`);
  };
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    [main]: part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...(options.styles ? { 'word/styles.xml': part('styles', options.styles) } : {}),
    ...(options.numbering ? { 'word/numbering.xml': part('numbering', options.numbering) } : {}),
    ...(options.title
      ? { 'docProps/core.xml': `<c:p xmlns:c="c" xmlns:dc="dc"><dc:title>${options.title}</dc:title></c:p>` }
      : {}),
    ...options.extra,
  });
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph; `list` is its `numId` and level. */
export function paragraph(text: string, list?: readonly [number, number], properties = ''): string {
  const numPr = list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '';
  return `<w:p><w:pPr>${properties}${numPr}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`;
}

/** One level of a list: `w:lvl`. */
export function level(at: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export const abstractList = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

export const list = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
