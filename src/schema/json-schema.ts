import * as z from 'zod';
import { expectation } from './expectation.js';
import * as model from './model.js';
import { verdicts } from './verdicts.js';

/** The schemas that can be asked for by name; the first is the one that is meant when no name is given. */
export const schemaNames = [
  'document',
  'source',
  'meta',
  'section',
  'table',
  'target',
  'deadline',
  'responsibility',
  'diagnostic',
] as const;

export type SchemaName = (typeof schemaNames)[number];

export const isSchemaName = (name: string): name is SchemaName => (schemaNames as readonly string[]).includes(name);

/** Every model becomes a definition under its own name instead of being written out at each use. */
function nameModels(): void {
  for (const [id, schema] of Object.entries(model)) {
    const known = z.globalRegistry.get(schema);
    if (known?.id === undefined) z.globalRegistry.add(schema, { ...known, id });
  }
}

/** A model as JSON Schema, draft 2020-12. */
export function schemaOf(shape: z.ZodType, name: string): Record<string, unknown> {
  const {
    $schema,
    $defs = {},
    ...own
  } = z.toJSONSchema(shape, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ jsonSchema: part }) => {
      // zod states the range of safe integers everywhere, which says nothing about the data.
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
    },
  });
  // zod puts a named model among its own definitions; readers look for its properties at the top.
  const { [name]: root = own, ...others } = $defs;
  const head = { $schema, $id: `urn:gongwen:schema:${name}@1`, title: `gongwen ${name}`, ...root };
  return Object.keys(others).length > 0 ? { ...head, $defs: others } : head;
}

/**
 * One model of the output as JSON Schema.
 *
 * Objects stay open to fields that they do not name: within a major version fields may be added, and output of a newer
 * version must still be valid for a reader that holds an older schema.
 */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  nameModels();
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: every model of the module has its schema
  return schemaOf(model[name], name);
}

/** The bytes of `schemas/NAME.schema.json`. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
}

/** Strings in single quotes, the way the formatter wants them. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

interface ShapeModule {
  /** File of the model, beside the module. */
  readonly from: string;
  /** Where the module finds `Shape`. */
  readonly imports: string;
  /** Its one function, and what that is the schema of. */
  readonly name: string;
  readonly of: string;
  readonly schema: Record<string, unknown>;
}

/** The text of a module that holds a schema. */
export function shapeText({ from, imports, name, of, schema }: ShapeModule): string {
  return [
    `// Generated from ${from} by \`npm run schemas\`. Do not edit.`,
    `import type { Shape } from '${imports}';`,
    '',
    'let shape: Shape | undefined;',
    '',
    `/** The JSON Schema of ${of}. */`,
    `export function ${name}(): Shape {`,
    '  shape ??= JSON.parse(TEXT) as Shape;',
    '  return shape;',
    '}',
    '',
    'const TEXT =',
    `  ${literal(JSON.stringify(schema))};`,
    '',
  ].join('\n');
}

/** A schema without its descriptions, which check nothing and would be parsed at every start. */
function withoutWords(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutWords);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).filter(([key, value]) => key !== 'description' || typeof value !== 'string');
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutWords(value)]));
}

/** The text of `src/schema/document-shape.ts`: the document's schema in a form that costs nothing to load. */
export function shapeModuleText(): string {
  const schema = withoutWords(jsonSchema('document')) as Record<string, unknown>;
  return shapeText({ from: 'model.ts', imports: './shape.js', name: 'documentShape', of: 'a document', schema });
}

/** Schemas of files that people and the review page write. */
export const fileSchemaNames = ['expectation', 'verdicts'] as const;

export const isFileSchemaName = (name: string): name is (typeof fileSchemaNames)[number] =>
  (fileSchemaNames as readonly string[]).includes(name);

function fileSchema(name: (typeof fileSchemaNames)[number]): Record<string, unknown> {
  nameModels();
  return schemaOf({ expectation, verdicts }[name], name);
}

/** The bytes of `schemas/NAME.schema.json`. */
export function fileSchemaText(name: (typeof fileSchemaNames)[number]): string {
  return `${JSON.stringify(fileSchema(name), null, 2)}\n`;
}

/** The text of `src/schema/expectation-shape.ts`. */
export function expectationShapeText(): string {
  return shapeText({
    from: 'expectation.ts',
    imports: './shape.js',
    name: 'expectationShape',
    of: 'an expected.json',
    schema: fileSchema('expectation'),
  });
}
