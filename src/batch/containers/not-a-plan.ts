import { binarySignature } from '../../read/encoding-binary.js';

/** By ending: what a browser or a crawler saves beside pages, and what systems leave in folders. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:png|jpe?g|jfif|gif|bmp|webp|svgz?|ico|cur|tiff?|heic|avif|psd|eps|ai|emf|wmf)$/, 'a picture'],
  [/\.(?:mp3|wav|wma|m4a|aac|flac|ogg|amr|mid)$/, 'a recording'],
  [/\.(?:mp4|m4v|avi|mov|wmv|mkv|webm|flv|swf|rmvb?|mpe?g|3gp|ts)$/, 'a video'],
  [/\.(?:ttf|otf|woff2?|eot|ttc)$/, 'a font'],
  [/\.(?:css|less|s[ac]ss)$/, 'a style sheet'],
  [/\.(?:m?js|cjs|jsx|tsx|map|py|sh|bat|cmd|ps1|vbs|php|class|jar|wasm)$/, 'a script'],
  [/\.(?:exe|dll|msi|apk|ipa|dmg|so|dylib|bin|sys|deb|rpm)$/, 'a program'],
  [
    /\.(?:db|sqlite3?|mdb|accdb|idx|lock|log|tmp|part|crdownload|torrent|lnk|url|ini|bak~)$/,
    'a file of another program',
  ],
];
const SYSTEM = /^(?:\.ds_store|thumbs\.db|desktop\.ini|__macosx|\.git|\.svn|\.idea|~\$.*|\._.*)$/;
/** Kinds of `binarySignature` that no reader will ever take for a plan; documents and archives are not among them. */
const BINARY = /picture|icon|Photoshop|program|database|video|recording|font/;

/**
 * Why a file among plans is none, in words ("a picture"); null for one that may be a plan. Judged by name, and by the
 * first bytes where they are given: a picture may be called plan.html.
 * @param name its path, with slashes.
 */
export function notAPlan(name: string, bytes?: Uint8Array): string | null {
  const parts = name.toLowerCase().split('/');
  if (parts.some((part) => SYSTEM.test(part))) return 'left there by an operating system or program';
  const last = parts.at(-1) ?? '';
  const kind = ENDINGS.find(([ending]) => ending.test(last))?.[1];
  if (kind !== undefined) return kind;
  const looksLike = bytes && binarySignature(bytes);
  return looksLike && BINARY.test(looksLike) ? looksLike : null;
}
