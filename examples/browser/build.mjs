// Bundles the page of this folder: drop a plan on it and see its targets; nothing leaves the machine.
//
//   node examples/browser/build.mjs out/page && npx serve out/page
//
// Any bundler does the same: it has to build for browsers (platform: 'browser' of rolldown and esbuild; Vite and webpack
// do by default), so that it takes the files that "browser" in gongwen's package.json names.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = process.argv[2];
if (out === undefined) {
  console.error('usage: node examples/browser/build.mjs FOLDER');
  process.exit(2);
}

await mkdir(out, { recursive: true });
const build = await rolldown({ input: join(here, 'page.js'), platform: 'browser', logLevel: 'silent' });
// Chunks: the reader of PDF, a megabyte and a half, is fetched when somebody drops one.
const { output } = await build.write({ dir: out, format: 'esm', minify: true });
await build.close();
await copyFile(join(here, 'index.html'), join(out, 'index.html'));
console.log(`${out}/index.html and ${output.length} scripts`);
