import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

import { codeFile } from '../banner.js';
import type { Model, OutputFile } from '../model.js';
import { ALIAS, UNIX_TIME } from '../normalise/name-enums.js';
import { aliasRecursion } from './recursive-types.js';

/** `types.ts`: `paths`, `operations`, `components` and `webhooks`, as openapi-typescript writes them. */
export async function emitTypes(model: Model): Promise<OutputFile[]> {
  const nodes = await openapiTS(Buffer.from(JSON.stringify(model.typed)), {
    // A `default` does not make a field of a request required, and `type: object` alone may hold anything.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: (schema) => aliasNode(schema),
  });
  const aliases = [UNIX_TIME, ...model.enums.map(({ name }) => name)].sort();
  const body = astToString(aliasRecursion(nodes, model));
  const used = aliases.filter((name) =>
    new RegExp(`(?<![\\w$.'"])${name.replaceAll('$', '\\$')}(?![\\w$'"])`, 'u').test(body),
  );
  const imports = used.length > 0 ? `import type { ${used.join(', ')} } from './models.js';\n\n` : '';
  return [codeFile('types.ts', imports + body)];
}

/** The name set by the normaliser stands for the whole schema; it is an identifier, never text of the spec. */
function aliasNode(schema: { readonly type?: unknown; readonly [ALIAS]?: unknown }): ts.TypeNode | undefined {
  const alias = schema[ALIAS];
  if (typeof alias !== 'string') return undefined;
  const reference = ts.factory.createTypeReferenceNode(alias);
  if (![schema.type].flat().includes('null')) return reference;
  return ts.factory.createUnionTypeNode([reference, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
}
