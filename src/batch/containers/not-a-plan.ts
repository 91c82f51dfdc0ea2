import { binarySignature } from '../../read/encoding-binary.js';
import { looksLikeText } from './text-signs.js';

type Endings = readonly (readonly [RegExp, string])[];

/** By ending alone: what a browser or a crawler saves beside pages, and what systems leave in folders. */
const SURE: Endings = [
  [/\.(?:png|jpe?g|jfif|gif|bmp|webp|svgz?|ico|cur|tiff?|heic|avif|psd|eps|ai|emf|wmf)$/, 'a picture'],
  [/\.(?:mp3|wav|wma|m4a|aac|flac|ogg|amr|mid)$/, 'a recording'],
  [/\.(?:mp4|m4v|avi|mov|wmv|mkv|webm|flv|swf|rmvb?|mpe?g|3gp)$/, 'a video'],
  [/\.(?:ttf|otf|woff2?|eot|ttc)$/, 'a font'],
  [/\.(?:jar|wasm)$/, 'a script'],
  [/\.(?:exe|dll|msi|apk|ipa|dmg|dylib|deb|rpm)$/, 'a program'],
  [/\.(?:sqlite3?|mdb|accdb|torrent|lnk)$/, 'a file of another program'],
];
/** Programs are written in these: some Chinese is in their notes and messages. */
const CODE: Endings = [
  [/\.(?:css|less|s[ac]ss)$/, 'a style sheet'],
  [/\.(?:m?js|cjs|jsx|tsx?|map|py|sh|bat|cmd|ps1|vbs|php|class)$/, 'a script'],
];
/** Crawlers give these to pages as well. */
const OPEN: Endings = [
  [/\.(?:bin|so|sys)$/, 'a program'],
  [/\.(?:db|idx|lock|log|tmp|part|crdownload|url|ini|bak~)$/, 'a file of another program'],
];
/** The part of the bytes of a text that are Chinese: of code with notes less than half. */
const CHINESE = { code: 0.5, open: 0.2 };
/** Bytes that are looked at. */
const HEAD = 4096;
const SYSTEM = /^(?:\.ds_store|thumbs\.db|desktop\.ini|__macosx|\.git|\.svn|\.idea|~\$.*|\._.*)$/;
/** Kinds of `binarySignature` that no reader will ever take for a plan; documents and archives are not among them. */
const BINARY = /picture|icon|Photoshop|program|database|video|recording|font/;

/**
 * Why a file among plans is none, in words ("a picture"); null for one that may be a plan. Judged by name, and by the
 * first bytes where they are given: a picture may be called plan.html, a page list.php. Endings that a text may have
 * say nothing without the bytes.
 * @param name its path, with slashes.
 */
export function notAPlan(name: string, bytes?: Uint8Array): string | null {
  const parts = name.toLowerCase().split('/');
  if (parts.some((part) => SYSTEM.test(part))) return 'left there by an operating system or program';
  const last = parts.at(-1) ?? '';
  const kindIn = (endings: Endings): string | undefined => endings.find(([ending]) => ending.test(last))?.[1];
  const sure = kindIn(SURE);
  if (sure !== undefined) return sure;
  if (!bytes) return null;
  const looksLike = binarySignature(bytes);
  if (looksLike !== null) return BINARY.test(looksLike) ? looksLike : null;
  const code = kindIn(CODE);
  const kind = code ?? kindIn(OPEN);
  if (kind === undefined) return null;
  return looksLikeText(bytes.subarray(0, HEAD), code === undefined ? CHINESE.open : CHINESE.code) ? null : kind;
}
