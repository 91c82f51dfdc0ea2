import { fileSchemaNames, schemaNames, schemaOf, shapeText } from '../schema/json-schema.js';
import { config } from './config-model.js';

/** The schema of gongwen.config.json, which is no part of the output. */
export const CONFIG = 'config';

/** All schemas that `gongwen schema` prints. */
export const printedSchemas: readonly string[] = [...schemaNames, CONFIG, ...fileSchemaNames];

/** The bytes of `schemas/config.schema.json`. */
export function configSchemaText(): string {
  return `${JSON.stringify(schemaOf(config, 'config'), null, 2)}\n`;
}

/** The text of `src/cli/config-shape.ts`: the same schema in a form that costs nothing to load. */
export function configShapeText(): string {
  return shapeText({
    from: 'config-model.ts',
    imports: '../schema/shape.js',
    name: 'configShape',
    of: 'a gongwen.config.json',
    schema: schemaOf(config, 'config'),
  });
}
