import type { OpenApi } from '../../openapi/document.js';
import { componentName, componentRef, mapReferences, type Schema } from '../../json/schema.js';
import { createNamer, pascalCase } from '../../openapi/identifiers.js';

/** A schema or a resource of one of these names would hide what the generated code means by it. */
export const USED_BY_GENERATED_CODE = [
  ...['AbortSignal', 'AnyClient', 'ApiClient', 'ApiDescription', 'Array'],
  ...['Caller', 'CallOptions', 'Checked', 'Client', 'ClientOptions'],
  ...['Iamport', 'IamportDescription', 'IamportError'],
  // Names of other validator files, and what their code calls.
  ...['Index', 'Runtime', 'Longer', 'Shorter', 'Standard', 'StandardSchema'],
  ...['ArrayBuffer', 'Blob', 'Object', 'ReadableStream', 'RegExp', 'Uint8Array'],
  ...['OperationRow', 'OperationTypes', 'Promise', 'Resources', 'SchemaOf', 'WithDates'],
];

/** Gives every schema a name that is an identifier and a file name: `foo-bar` → `FooBar`. References follow. */
export function renameComponents(document: OpenApi): OpenApi {
  const schemas = document.components?.schemas ?? {};
  const unique = createNamer();
  USED_BY_GENERATED_CODE.forEach(unique);
  const names = new Map(Object.keys(schemas).map((key) => [key, unique(pascalCase(key))]));
  const renamed: Record<string, Schema> = {};
  for (const [key, schema] of Object.entries(schemas)) renamed[names.get(key) ?? key] = schema;
  const moved = { ...document, components: { ...document.components, schemas: renamed } };
  // Only the texts of references change.
  return mapReferences(moved, (ref) => renameReference(ref, names)) as OpenApi;
}

function renameReference(ref: string, names: ReadonlyMap<string, string>): string {
  const [, component, rest = ''] = /^(#\/components\/schemas\/[^/]*)(.*)$/s.exec(ref) ?? [];
  const key = componentName(component);
  const name = key === undefined ? undefined : names.get(key);
  return name === undefined ? ref : componentRef(name) + rest;
}
