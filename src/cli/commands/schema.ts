import { isSchemaName, schemaNames, schemaText } from '../../schema/json-schema.js';
import { OK, type Terminal, UsageError } from '../terminal.js';

/** The schema of gongwen.config.json, which is no part of the output. */
const CONFIG = 'config';

async function textOf(name: string): Promise<string> {
  if (isSchemaName(name)) return schemaText(name);
  if (name === CONFIG) return (await import('../config-schema.js')).configSchemaText();
  throw new UsageError(`no schema "${name}"; choose one of ${[...schemaNames, CONFIG].join(', ')}`);
}

/** `gongwen schema [NAME]`. */
export async function schema(name: string, { list }: { readonly list?: boolean }, terminal: Terminal): Promise<number> {
  await terminal.out(list ? `${[...schemaNames, CONFIG].join('\n')}\n` : await textOf(name));
  return OK;
}
