import { readdirSync, readFileSync } from 'node:fs';

// The command line in few files: loading a hundred small ones takes longer than reading a plan. The library stays as
// the compiler writes it.
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = {
  input: { main: 'src/cli/main.ts', worker: 'src/batch/worker.ts' },
  platform: 'node',
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
  output: {
    dir: 'dist/program',
    format: 'esm',
    chunkFileNames: '[name].js',
    minify: { compress: true, mangle: false },
  },
};

/** The styles of the review page as one file, in the order of their names. */
const styles = {
  name: 'styles',
  generateBundle() {
    const folder = new URL('../src/review/client/styles/', import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.css'))
      .sort();
    const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
    this.emitFile({ type: 'asset', fileName: 'review.css', source });
  },
};

// What runs in the review page: one script with all that it needs, which `gongwen report` puts into the page.
const page = {
  input: { review: 'src/review/client/main.ts' },
  platform: 'browser',
  plugins: [styles],
  output: { dir: 'dist/review/client', format: 'iife', entryFileNames: '[name].js', minify: true },
};

export default [program, page];
