import { text, object, done, operation, schema, type Json } from './document-parts.js';

const color = { type: 'string', enum: ['red'] };
const bank = { bank: { title: 't', source: 's', date: 'd', codes: { 1: 'n' } } };
/** Members of every object, and keys that prototypes hang on. */
const INHERITED = ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];
const PROTOTYPE = ['__proto__', '__defineGetter__', '__lookupSetter__', 'prototype'];

/** A document that has a name wherever a name is a text, or part of one. */
function everywhereAsText(name: string): Json {
  const parameters = [
    { name, in: 'path', required: true, schema: text },
    { name, in: 'query', schema: { type: 'string', enum: [name] } },
    { name, in: 'header', schema: { const: name } },
  ];
  return {
    ...operation({ operationId: name, tags: [name], parameters }, `/${name}/{${name}}`),
    ...schema({ ...object({ a: { type: 'string', enum: [name, 'x'] }, b: { const: name } }), required: ['b', name] }),
  };
}

/** What stands beside `openapi: 3.1.0` and `info`: names that meet others, of the document, of our code or of JavaScript. */
export const NAME_FEATURES: Readonly<Record<string, Json>> = {
  'schemas named like what the runtime exports': {
    components: {
      schemas: { Page: object({ a: text }), Charge: text, Span: object({ color }), Check: color, IamportError: text },
    },
  },
  'an operation whose input is named like a type of the runtime': operation({
    operationId: 'verify',
    parameters: [{ name: 'q', in: 'query', schema: text }],
  }),
  'a schema named like the known values of an enum': schema(object({ color }), {
    KnownThingColor: object({ a: text }),
  }),
  'enums whose lists get one name': schema(object({ city: color, citie: { type: 'string', enum: ['blue'] } })),
  'a code table and an enum whose lists get one name': {
    'x-code-tables': bank,
    ...schema(object({ a: { ...color, 'x-enum-name': 'BankName' } })),
  },
  'code tables of reserved names': {
    'x-code-tables': { default: bank.bank, class: bank.bank, 'ba-nk': bank.bank, ba_nk: bank.bank },
    components: {},
  },
  'paths that differ in names of parameters only': {
    paths: Object.fromEntries(
      ['x', 'y'].map((name) => [
        `/a/{${name}}`,
        {
          get: { operationId: name, parameters: [{ name, in: 'path', required: true, schema: text }], responses: done },
        },
      ]),
    ),
  },
  ...Object.fromEntries(
    [...INHERITED, ...PROTOTYPE].flatMap((name): [string, Json][] => [
      [`${name} as a text`, everywhereAsText(name)],
      [`${name} as a key`, { components: { schemas: { [name]: { ...object({ [name]: text }), required: [name] } } } }],
    ]),
  ),
};
