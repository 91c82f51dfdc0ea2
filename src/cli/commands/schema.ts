import { isSchemaName, schemaNames, schemaText } from '../../schema/json-schema.js';
import { OK, type Terminal, UsageError } from '../terminal.js';

/** `gongwen schema [NAME]`. */
export async function schema(name: string, { list }: { readonly list?: boolean }, terminal: Terminal): Promise<number> {
  if (list) {
    await terminal.out(`${schemaNames.join('\n')}\n`);
    return OK;
  }
  if (!isSchemaName(name)) throw new UsageError(`no schema "${name}"; choose one of ${schemaNames.join(', ')}`);
  await terminal.out(schemaText(name));
  return OK;
}
