import { createRequire } from 'node:module';

import type * as OpenapiTypescript from 'openapi-typescript';

import { typescriptCompiler } from '../../files/lazy-package.js';
import { mapDocumentSchemas } from '../../openapi/map-document-schemas.js';
import type { Schema } from '../../json/schema.js';
import { codeFile } from './banner.js';
import type { EmitContext } from './emit-context.js';
import { importDeclarations } from './imports.js';
import type { Model, OutputFile } from '../model/model.js';
import { typeOf } from '../types/type-of.js';

/** The parts of openapi-typescript that write types, bundled by the build with the compiler of ts-morph. */
// Edge: the build takes these three from the exact version that is pinned.
const { transformSchema, resolveRef, astToString } = createRequire(import.meta.url)(
  '#bundled/openapi-typescript.cjs',
) as Pick<typeof OpenapiTypescript, 'transformSchema' | 'resolveRef' | 'astToString'>;

type Document = Parameters<typeof transformSchema>[0];
type Context = Parameters<typeof transformSchema>[1];

/** The keyword that carries a finished type to openapi-typescript. */
const TYPE = 'x-type';

/**
 * `paths.ts`: `paths`, `operations` and `webhooks` as openapi-typescript writes them, for calls by path (`client.raw`). The
 * types of bodies and parameters are those of `models.ts`.
 */
export function emitPaths({ typed }: Model, { cache }: Pick<EmitContext, 'cache'>): OutputFile[] {
  const used = new Set<string>();
  const schemas = typed.components?.schemas ?? {};
  const context = { schemas, use: (name: string) => used.add(name), indent: '' };
  const finished = mapDocumentSchemas({ ...typed, components: {} }, (schema): Schema => ({
    // openapi-typescript calls this only for schemas with a type.
    type: 'string',
    [TYPE]: typeOf(schema, context).text.replace(/\s+/g, ' '),
    ...(schema.description !== undefined && { description: schema.description }),
  }));
  const text = JSON.stringify(finished);
  const body = cache.get(`paths ${text}`, () => printed(text));
  const imports = importDeclarations([{ from: './models.js', names: used, isTypeOnly: true }]);
  return [codeFile('paths.ts', `${imports}\n\n${body}`)];
}

/** What openapi-typescript writes for a document, which is given as text because it writes into it. */
function printed(text: string): string {
  // Lint has checked the structure.
  const document = JSON.parse(text) as Document;
  const body = astToString(transformSchema(document, contextOf(document)));
  // A schema may be called `Record`, too.
  return halveIndentation(body.replace(/(?<=[=:] )Record<string, never>;$/gm, '{ [key: string]: never };'));
}

/** openapi-typescript indents by four spaces; everything else here by two. */
function halveIndentation(text: string): string {
  return text.replace(/^(?: {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2));
}

function contextOf(document: Document): Context {
  const options = { silent: true };
  const chosen: Partial<Context> = {
    ...options,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: ($ref) => resolveRef(document, $ref, options),
    transform: (schema) => typescriptCompiler().factory.createTypeReferenceNode(textOf(schema)),
  };
  // Every other setting is a switch, and off.
  return chosen as Context;
}

function textOf(schema: object): string {
  return TYPE in schema && typeof schema[TYPE] === 'string' ? schema[TYPE] : 'unknown';
}
