import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configSchemaText, configShapeText } from '../../src/cli/config-schema.js';
import {
  expectationShapeText,
  fileSchemaNames,
  fileSchemaText,
  jsonSchema,
  schemaNames,
  schemaText,
  shapeModuleText,
} from '../../src/schema/json-schema.js';
import { ANNOTATIONS, KEYWORDS } from '../../src/schema/shape.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Every keyword in a schema; names of properties and definitions are none. */
function keywords(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywords);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === 'properties' || keyword === '$defs') return [keyword, ...Object.values(value).flatMap(keywords)];
    return [keyword, ...(keyword === 'enum' || keyword === 'required' ? [] : keywords(value))];
  });
}

// `npm run schemas` mends all of these.
describe('generated schemas', () => {
  it.each(schemaNames)('schemas/%s.schema.json is that of the model', (name) => {
    expect(read(`schemas/${name}.schema.json`)).toBe(schemaText(name));
  });

  it('schemas/config.schema.json and src/cli/config-shape.ts are those of the model', () => {
    expect(read('schemas/config.schema.json')).toBe(configSchemaText());
    expect(read('src/cli/config-shape.ts')).toBe(configShapeText());
  });

  it.each(fileSchemaNames)('schemas/%s.schema.json is that of the model', (name) => {
    expect(read(`schemas/${name}.schema.json`)).toBe(fileSchemaText(name));
  });

  it('src/schema/expectation-shape.ts is that of the model', () => {
    expect(read('src/schema/expectation-shape.ts')).toBe(expectationShapeText());
  });

  it('schemas/ holds nothing else', () => {
    const names = [...schemaNames, ...fileSchemaNames, 'config'].map((name) => `${name}.schema.json`).sort();
    expect(readdirSync(new URL('schemas/', root)).sort()).toEqual(names);
  });

  it('src/schema/document-shape.ts is that of the model', () => {
    expect(read('src/schema/document-shape.ts')).toBe(shapeModuleText());
  });

  it('use only keywords that the check of shapes knows', () => {
    const known = new Set<string>([...ANNOTATIONS, ...KEYWORDS]);
    expect([...new Set(keywords(jsonSchema('document')))].filter((keyword) => !known.has(keyword))).toEqual([]);
  });

  it('stay open to fields that a later version adds', () => {
    expect(schemaText('document')).not.toContain('additionalProperties');
  });
});
