// Writes schemas/*.schema.json and the two modules of shapes in src/ from the models. Run it after a build, and build
// again when those have changed; a test fails when they differ from the models.
import { mkdirSync, writeFileSync } from 'node:fs';
import { configSchemaText, configShapeText } from '../dist/cli/config-schema.js';
import { schemaNames, schemaText, shapeModuleText } from '../dist/schema/json-schema.js';

const root = new URL('../', import.meta.url);

function write(path, text) {
  writeFileSync(new URL(path, root), text);
  console.error(path);
}

mkdirSync(new URL('schemas/', root), { recursive: true });
for (const name of schemaNames) write(`schemas/${name}.schema.json`, schemaText(name));
write('schemas/config.schema.json', configSchemaText());
write('src/schema/document-shape.ts', shapeModuleText());
write('src/cli/config-shape.ts', configShapeText());
