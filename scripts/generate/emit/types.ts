import type * as openapiTypescript from 'openapi-typescript';
import type { TypeNode } from 'typescript';

import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { MAKE_ANEW, type Recall } from '../../files/cache.js';
import { ALIAS } from '../rewrite/name-enums.js';
import type { Schema } from '../../json/schema.js';
import { requireWithCompiler, ts } from '../typescript.js';
import { listType } from './list-type.js';
import { aliasRecursion } from './recursive-types.js';

type Package = typeof openapiTypescript;

// The parts of openapi-typescript that make types. Its main function would load a second Redocly, check the document and
// bundle it once more, which takes longer than the rest. Edge: the exact version that these lie in is pinned.
const transformSchema = part('transform/index') as Package['transformSchema'];
// Edge: the same.
const { default: transformSchemaObject } = part('transform/schema-object') as {
  readonly default: Package['transformSchemaObject'];
};
// Edge: the same.
const { resolveRef } = part('lib/utils') as Pick<Package, 'resolveRef'>;
// Edge: the same.
const { astToString } = part('lib/ts') as Pick<Package, 'astToString'>;

function part(name: string): unknown {
  return requireWithCompiler(`openapi-typescript/dist/${name}.cjs`);
}

type Document = Parameters<typeof transformSchema>[0];
type Context = Parameters<typeof transformSchema>[1];

/** `types.ts`: `paths`, `operations`, `components` and `webhooks`, as openapi-typescript writes them. */
export function emitTypes(model: Model, recall: Recall = MAKE_ANEW): OutputFile[] {
  const text = JSON.stringify(model.typed);
  return recall(`types ${text}`, () => makeTypes(text, model));
}

function makeTypes(text: string, model: Model): OutputFile[] {
  // A copy, because openapi-typescript writes into it. Lint has checked the structure.
  const document = JSON.parse(text) as Document;
  const used = new Set<string>();
  const body = astToString(aliasRecursion(transformSchema(document, contextOf(document, used)), model));
  const imports = used.size > 0 ? `import type { ${[...used].sort().join(', ')} } from './models.js';\n\n` : '';
  return [codeFile('types.ts', imports + body)];
}

/** Every alias that a type refers to is added to `used`. */
function contextOf(document: Document, used: Set<string>): Context {
  const options = { silent: true };
  const chosen: Partial<Context> = {
    ...options,
    // A `default` does not make a field of a request required, and `type: object` alone may hold anything.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    // The normaliser has left them out. What only looks like one, in an example, would change the types.
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: ($ref) => resolveRef(document, $ref, options),
    // Edge: what comes back is what was put in, a document of ours.
    transform: (schema, options) => aliasNode(schema, used) ?? listNode(schema as Schema, options),
  };
  // Every other setting is a switch, and off.
  return chosen as Context;
}

/** The name set by the normaliser stands for the whole schema; it is an identifier, never text of the spec. */
function aliasNode(schema: Aliased, used: Set<string>): TypeNode | undefined {
  const alias = schema[ALIAS];
  if (typeof alias !== 'string') return undefined;
  used.add(alias);
  const reference = ts.factory.createTypeReferenceNode(alias);
  if (![schema.type].flat().includes('null')) return reference;
  return ts.factory.createUnionTypeNode([reference, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
}

function listNode(schema: Schema, options: Parameters<typeof transformSchemaObject>[1]): TypeNode | undefined {
  if (schema.type !== 'array') return undefined;
  // Edge: it takes `true` and `false` too, though its types say otherwise.
  return listType(schema, (part) => transformSchemaObject(part as never, options));
}

interface Aliased {
  readonly type?: unknown;
  readonly [ALIAS]?: unknown;
}
