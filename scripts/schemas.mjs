// Writes schemas/*.schema.json and the three modules of shapes in src/ from the models. Run it after a build, and build
// again when those have changed; a test fails when they differ from the models.
import { mkdirSync, writeFileSync } from 'node:fs';
import { configSchemaText, configShapeText } from '../dist/cli/config-schema.js';
import {
  expectationShapeText,
  fileSchemaNames,
  fileSchemaText,
  schemaNames,
  schemaText,
  shapeModuleText,
} from '../dist/schema/json-schema.js';

const root = new URL('../', import.meta.url);

function write(path, text) {
  writeFileSync(new URL(path, root), text);
  console.error(path);
}

mkdirSync(new URL('schemas/', root), { recursive: true });
for (const name of schemaNames) write(`schemas/${name}.schema.json`, schemaText(name));
for (const name of fileSchemaNames) write(`schemas/${name}.schema.json`, fileSchemaText(name));
write('schemas/config.schema.json', configSchemaText());
write('src/schema/document-shape.ts', shapeModuleText());
write('src/schema/expectation-shape.ts', expectationShapeText());
write('src/cli/config-shape.ts', configShapeText());
