import { readFileSync } from 'node:fs';

// The command line in few files: loading a hundred small ones takes longer than reading a plan. The library stays as
// the compiler writes it.
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export default {
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
