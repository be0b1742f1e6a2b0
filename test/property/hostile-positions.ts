import { isObject } from '../../scripts/json/schema.js';
import { specWithEverything } from './spec-with-everything.js';
import { escapePointer } from '../../scripts/json/pointer.js';

/** Places where text of a spec enters, as pointers into {@link specWithEverything}: values, and keys that are to be renamed. */
export const POSITIONS: readonly (readonly [kind: 'value' | 'key', pointer: string])[] = [
  ...values('/info/', 'title version summary description termsOfService x-info'),
  ...values('/info/contact/', 'name url email'),
  ...values('/info/license/', 'name identifier'),
  ...values('/servers/0/', 'url description x-server variables/host/default variables/host/description'),
  ['value', '/servers/0/variables/host/enum/0'],
  ['key', '/servers/0/variables/host'],
  ...values('/tags/0/', 'name description externalDocs/url externalDocs/description'),
  ...values('/externalDocs/', 'url description'),
  ['value', '/jsonSchemaDialect'],
  ['key', '/security/0/key'],
  ['value', '/x-extension'],
  ['key', '/x-extension-object/key'],
  ['key', '/x-code-tables/banks'],
  ...values('/x-code-tables/banks/', 'title source date codes/one'),
  ['key', '/x-code-tables/banks/codes/one'],
  ['key', '/paths/~1things~1{id}'],
  ...values('/paths/~1things~1{id}/', 'summary description x-item servers/0/url'),
  ...values('/paths/~1things~1{id}/post/', 'operationId tags/0 summary description x-resource-method x-operation'),
  ...values('/paths/~1things~1{id}/post/', 'externalDocs/url servers/0/url'),
  ...values('/paths/~1things~1{id}/post/parameters/0/', 'name description example schema/default schema/pattern'),
  ...values(
    '/paths/~1things~1{id}/post/parameters/1/',
    'name description schema/enum/0 examples/one/value x-parameter',
  ),
  ['key', '/paths/~1things~1{id}/post/parameters/1/examples/one'],
  ...values('/paths/~1things~1{id}/post/parameters/2/', 'name description schema/const in style'),
  ['value', '/paths/~1things~1{id}/post/parameters/2/schema/x-iamport-kit-alias'],
  ['value', '/paths/~1things~1{id}/post/parameters/3/name'],
  ['value', '/paths/~1things~1{id}/post/requestBody/description'],
  ['key', '/paths/~1things~1{id}/post/requestBody/content/application~1json'],
  ['key', '/paths/~1things~1{id}/post/requestBody/content/application~1json/examples/one'],
  ['value', '/paths/~1things~1{id}/post/requestBody/content/application~1json/examples/one/value'],
  ['value', '/paths/~1things~1{id}/post/requestBody/content/application~1json/examples/one/summary'],
  ['key', '/paths/~1things~1{id}/post/requestBody/content/application~1json/encoding/name'],
  ['key', '/paths/~1things~1{id}/post/responses/200'],
  ['value', '/paths/~1things~1{id}/post/responses/200/description'],
  ['key', '/paths/~1things~1{id}/post/responses/200/headers/X-Head'],
  ['value', '/paths/~1things~1{id}/post/responses/200/headers/X-Head/description'],
  ['key', '/paths/~1things~1{id}/post/responses/200/content/application~1json'],
  ['key', '/paths/~1things~1{id}/post/responses/200/links/next'],
  ...values('/paths/~1things~1{id}/post/responses/200/links/next/', 'operationId description parameters/id'),
  ['value', '/paths/~1things~1{id}/post/responses/404/description'],
  ['key', '/paths/~1things~1{id}/post/callbacks/done'],
  ['key', '/paths/~1things~1{id}/post/callbacks/done/{$request.body#~1url}'],
  ['key', '/paths/~1things~1{id}/post/security/0/key'],
  ['key', '/webhooks/changed'],
  ...values('/webhooks/changed/post/', 'operationId summary description'),
  ['key', '/components/schemas/Thing'],
  ['key', '/components/schemas/Kind'],
  ...values('/components/schemas/Thing/', '$id $anchor $dynamicAnchor $schema $comment title description type format'),
  ...values(
    '/components/schemas/Thing/',
    'required/0 x-enum-name x-iamport-kit-alias x-schema xml/name externalDocs/url',
  ),
  ['key', '/components/schemas/Thing/properties/name'],
  ...values('/components/schemas/Thing/properties/name/', '$id $comment title description default example examples/0'),
  ...values(
    '/components/schemas/Thing/properties/name/',
    'enum/0 format x-enum-name x-iamport-kit-alias x-enum-varnames/0',
  ),
  ...values('/components/schemas/Thing/properties/name/', 'x-enum-descriptions/0'),
  ['value', '/components/schemas/Thing/properties/open/x-extensible-enum/0'],
  ['value', '/components/schemas/Thing/properties/fixed/const'],
  ['value', '/components/schemas/Thing/properties/fixedObject/const/deep'],
  ['key', '/components/schemas/Thing/properties/fixedObject/const/deep'],
  ['value', '/components/schemas/Thing/properties/mixed/enum/0'],
  ['value', '/components/schemas/Thing/properties/text/pattern'],
  ['value', '/components/schemas/Thing/properties/text/contentMediaType'],
  ['value', '/components/schemas/Thing/properties/kind/$ref'],
  ['value', '/components/schemas/Thing/properties/kind/description'],
  ['key', '/components/schemas/Thing/patternProperties/^x-'],
  ['key', '/components/schemas/Thing/dependentRequired/name'],
  ['value', '/components/schemas/Thing/dependentRequired/name/0'],
  ['key', '/components/schemas/Thing/dependentSchemas/name'],
  ['key', '/components/schemas/Thing/$defs/Part'],
  ['value', '/components/schemas/Thing/anyOf/0/required/0'],
  ['value', '/components/schemas/Union/discriminator/propertyName'],
  ['key', '/components/schemas/Union/discriminator/mapping/cat'],
  ['value', '/components/schemas/Union/discriminator/mapping/cat'],
  ['value', '/components/schemas/Cat/properties/kind/const'],
  ['value', '/components/schemas/Other/$dynamicRef'],
  ['key', '/components/parameters/Page'],
  ['value', '/components/parameters/Page/name'],
  ['key', '/components/responses/Gone'],
  ['key', '/components/examples/One'],
  ['key', '/components/requestBodies/Form'],
  ['key', '/components/headers/Limit'],
  ['key', '/components/securitySchemes/key'],
  ...values('/components/securitySchemes/key/', 'name description'),
  ['key', '/components/links/More'],
  ['key', '/components/callbacks/Later'],
  ['key', '/components/pathItems/Shared'],
];

function values(prefix: string, names: string): (readonly ['value', string])[] {
  return names.split(' ').map((name) => ['value', prefix + name] as const);
}

/** A place: a value, or a key that is to be renamed, by its pointer. */
export interface HostilePlace {
  readonly kind: 'value' | 'key';
  readonly pointer: string;
}

/** A text and the place that it is put into. */
export interface PlacedText extends HostilePlace {
  readonly text: string;
}

/** The base spec with texts in different places. References to a renamed component follow. */
export function specWith(texts: readonly PlacedText[]): object {
  const document = specWithEverything();
  for (const { kind, pointer, text } of keysLast(texts)) {
    putText(document, { kind, pointer }, text);
    const [, section, ...rest] = pointer.slice(1).split('/');
    if (kind === 'key' && pointer.startsWith('/components/') && rest.length === 1)
      followRename(document, `#${pointer}`, `#/components/${section ?? ''}/${fragment(text)}`);
  }
  return document;
}

/** The inner ones of keys first: a pointer through a renamed key leads nowhere. */
export function keysLast(texts: readonly PlacedText[]): PlacedText[] {
  const depth = ({ kind, pointer }: PlacedText): number => (kind === 'value' ? Infinity : pointer.split('/').length);
  return [...texts].sort((a, b) => Math.sign(depth(b) - depth(a)) || 0);
}

/** Writes a text into one place of a document. */
export function putText(document: object, { kind, pointer }: HostilePlace, text: string): void {
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>(
    (node, key) => (isObject(node) || Array.isArray(node) ? Reflect.get(node, key) : undefined),
    document,
  );
  if (typeof parent !== 'object' || parent === null) throw new Error(`the base spec has nothing at ${pointer}`);
  if (kind === 'value') Reflect.set(parent, last, text);
  else renameKey(parent, last, text);
}

function renameKey(node: object, from: string, to: string): void {
  const entries = Object.entries(node);
  if (!entries.some(([key]) => key === from)) throw new Error(`the base spec has no key ${from}`);
  for (const [key] of entries) Reflect.deleteProperty(node, key);
  // Defined, not assigned: `__proto__` must become a key.
  for (const [key, value] of entries)
    Object.defineProperty(node, key === from ? to : key, {
      value: value as unknown,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function followRename(node: unknown, from: string, to: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (value === from) Reflect.set(node, key, to);
    followRename(value, from, to);
  }
}

function fragment(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(escapePointer(text)) : escapePointer(text);
}
