import { createHash } from 'node:crypto';
import { dataElements, type PackedPlan } from './data.js';
import { type FailedInput, type Language, PAGE_MARK } from './payload.js';

/** What the build has made of `src/review/client`: it goes into every page as it is. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export interface PageOptions {
  readonly title: string | null;
  readonly language: Language | null;
  readonly version: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The Content-Security-Policy (W3C CSP Level 3) of the page: one script and one style, known by their hashes, and nothing
 * else. Trusted Types forbid what makes markup or code out of strings, where the browser knows them.
 */
export function policyOf({ script, style }: PageAssets): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** What stands in the page where scripts do not run. */
const NO_SCRIPT =
  '本页需要浏览器运行其中的脚本。脚本只在本机运行，不联网。 This page needs its script to run; it works on this machine alone, without a network.';

/**
 * A whole page, self-contained: it loads nothing and sends nothing.
 * @param assets as built; neither may hold `</script` or `</style`, which the build sees to and this checks.
 * @returns HTML in UTF-8, the same for the same plans.
 * @throws RangeError for assets that would end their element.
 */
export function pageText(
  plans: readonly PackedPlan[],
  failures: readonly FailedInput[],
  assets: PageAssets,
  options: PageOptions,
): string {
  if (/<\/script|<!--/i.test(assets.script) || /<\/style|<!--/i.test(assets.style)) {
    throw new RangeError('the script or the style of the page would end its own element');
  }
  const title = options.title ?? plans.find(({ entry }) => entry.title !== null)?.entry.title ?? 'gongwen';
  return `${PAGE_MARK}<html lang="${options.language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policyOf(assets))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gongwen ${escaped(options.version)}">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${assets.style}</style>
</head>
<body>
<noscript>${NO_SCRIPT}</noscript>
<div id="app"></div>
${dataElements(plans, { ...options, failures })}<script>${assets.script}</script>
</body>
</html>
`;
}
