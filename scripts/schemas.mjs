// Writes schemas/*.schema.json and src/schema/document-shape.ts from the models. Run it after a build, and build again
// when document-shape.ts has changed; a test fails when they differ from the models.
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaNames, schemaText, shapeModuleText } from '../dist/schema/json-schema.js';

const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of schemaNames) {
  writeFileSync(new URL(`${name}.schema.json`, folder), schemaText(name));
  console.error(`schemas/${name}.schema.json`);
}
writeFileSync(new URL('../src/schema/document-shape.ts', import.meta.url), shapeModuleText());
console.error('src/schema/document-shape.ts');
