import { version } from './version.js';

const argv = process.argv.slice(2);

// Readers of damaged files (pdf.js) leave promises behind that fail and that nobody waits for. What is waited for fails
// where it is waited for; nothing else may end the program.
process.on('unhandledRejection', () => {});

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Asked for by scripts again and again: answered before anything else is loaded.
  process.stdout.on('error', () => {});
  process.stdout.write(`${version()}\n`);
} else {
  // What reads a plan is loaded while the command line is being understood: most of a short run is loading.
  if (argv[0] === 'extract' || argv[0] === 'clean' || argv[0] === 'outline') void import('../batch/run.js');
  const { main } = await import('./program.js');
  process.exitCode = await main(argv);
}
