// Writes the pages of docs/ that are made of models, rules, messages and a run over the fixtures. Run it after a build.
//   node scripts/docs.mjs [--check]
// --check: writes nothing, exit 1 when a page differs from what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { accuracyPage } from './docs/accuracy.mjs';
import { diagnosticsPage } from './docs/diagnostics.mjs';
import { readFixtures } from './docs/fixtures.mjs';
import { formatPage } from './docs/format.mjs';
import { rulesPage } from './docs/rules.mjs';

const docs = new URL('../docs/', import.meta.url);
const checks = process.argv.includes('--check');

function textOf(name) {
  try {
    return readFileSync(new URL(name, docs), 'utf8');
  } catch {
    return '';
  }
}

const fixtures = await readFixtures();
const pages = {
  'format.md': formatPage(fixtures),
  'rules.md': await rulesPage(fixtures),
  'diagnostics.md': diagnosticsPage(),
  'accuracy.md': await accuracyPage(fixtures),
};
for (const [name, text] of Object.entries(pages)) {
  if (!checks) writeFileSync(new URL(name, docs), text);
  else if (textOf(name).replaceAll('\r\n', '\n') !== text) {
    console.error(`docs/${name} is not what its sources give: run \`npm run docs\``);
    process.exitCode = 1;
    continue;
  }
  console.error(`docs/${name}`);
}
