import { fileSchemaText, isFileSchemaName, isSchemaName, schemaText } from '../../schema/json-schema.js';
import { CONFIG, configSchemaText, printedSchemas } from '../config-schema.js';
import { OK, type Terminal, UsageError } from '../terminal.js';

function textOf(name: string): string {
  if (isSchemaName(name)) return schemaText(name);
  if (isFileSchemaName(name)) return fileSchemaText(name);
  if (name === CONFIG) return configSchemaText();
  throw new UsageError(`no schema "${name}"; choose one of ${printedSchemas.join(', ')}`);
}

/** `gongwen schema [NAME]`. */
export async function schema(name: string, { list }: { readonly list?: boolean }, terminal: Terminal): Promise<number> {
  await terminal.out(list ? `${printedSchemas.join('\n')}\n` : textOf(name));
  return OK;
}
