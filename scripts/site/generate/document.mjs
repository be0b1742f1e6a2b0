// The OpenAPI document as pages need it: one per language, with references resolved.
import { readFileSync } from 'node:fs';

import { valueAtReference } from '../../dist/json/pointer.js';
import { ROOT } from './paths.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Reads the document of a language from the build. */
export function readDocument(language) {
  const name = language === 'ko' ? 'openapi.ko.json' : 'openapi.json';
  return JSON.parse(readFileSync(`${ROOT}/dist/generated/${name}`, 'utf8'));
}

/** Every operation, webhooks last: `{ id, method, path, tag, operation, isWebhook }`. */
export function operationsOf(document) {
  return ['paths', 'webhooks'].flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({
        id: item[method].operationId,
        method: method.toUpperCase(),
        path,
        tag: section === 'webhooks' ? 'webhooks' : item[method].tags[0],
        operation: item[method],
        isWebhook: section === 'webhooks',
      })),
    ),
  );
}

/** What a reference leads to, or the value itself. */
export function resolve(document, value) {
  if (typeof value?.$ref !== 'string') return value;
  return resolve(document, valueAtReference(document, value.$ref));
}

/** Name of the schema that a reference names. */
export function refName(value) {
  return typeof value?.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
}

/** Own properties and those of `allOf`: `[name, schema, isRequired]`. */
export function propertiesOf(document, schema) {
  const whole = resolve(document, schema);
  if (!whole || typeof whole !== 'object') return [];
  const parts = [...(whole.allOf ?? []).flatMap((part) => propertiesOf(document, part))];
  const required = whole.required ?? [];
  const own = Object.entries(whole.properties ?? {}).map(([name, part]) => [name, part, required.includes(name)]);
  const names = new Set(own.map(([name]) => name));
  return [
    ...parts
      .filter(([name]) => !names.has(name))
      .map(([name, part, is]) => [name, part, is || required.includes(name)]),
    ...own,
  ];
}

/** The JSON body of a request or an answer, else its first one: `[media type, { schema, examples }]`. */
export function jsonBody({ content }) {
  const bodies = Object.entries(content);
  return bodies.find(([name]) => name === 'application/json') ?? bodies[0];
}

/** Examples of a body, `[name, value]`. Lists of one item show the shape as well as long ones. */
export function examplesOf(holder) {
  return Object.entries(jsonBody(holder)[1].examples ?? {})
    .filter(([, { value }]) => value !== undefined)
    .map(([name, { value }]) => [name, shortened(value)]);
}

function shortened(value) {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]));
}
