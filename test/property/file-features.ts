import { text, object, done, operation, schema, type Json } from './document-parts.js';

/** Files of one spec: `spec.json` holds what stands beside `openapi` and `info`; texts are written as they are. */
export type SpecFiles = Readonly<Record<string, Json | string>>;

const ref = ($ref: string): Json => ({ $ref });
/** A spec whose one schema has a property that is a reference. */
const pointing = ($ref: string, files: SpecFiles = {}): SpecFiles => ({
  'spec.json': schema(object({ a: ref($ref) })),
  ...files,
});
const body = (part: Json): Json => ({ description: 'D', content: { 'application/json': part } });

/** Specs of several files that are generated. */
export const SEVERAL_FILES: Readonly<Record<string, SpecFiles>> = {
  'folders in folders': {
    'spec.json': { paths: { '/a/{id}': ref('paths/a.json') } },
    'paths/a.json': {
      parameters: [ref('../parts/parameters.json#/Id')],
      get: {
        operationId: 'getA',
        responses: { 200: ref('../parts/responses.json#/A'), 404: ref('../parts/responses.json#/None') },
      },
      post: { operationId: 'postA', requestBody: ref('../parts/bodies/a.json'), responses: done },
    },
    'parts/parameters.json': { Id: { name: 'id', in: 'path', required: true, schema: ref('schemas/deep/id.json') } },
    'parts/responses.json': {
      A: {
        ...body({ schema: ref('./schemas/a.json#/A'), examples: { one: ref('one.json') } }),
        headers: { 'X-Id': ref('headers.json#/Id') },
      },
      None: { description: 'D' },
    },
    'parts/one.json': { value: { b: 'x' } },
    'parts/headers.json': { Id: { schema: ref('schemas/deep/id.json') } },
    'parts/bodies/a.json': { content: { 'application/json': { schema: ref('../schemas/a.json#/A') } } },
    'parts/schemas/a.json': { A: object({ id: ref('deep/id.json'), b: ref('#/B') }), B: text },
    'parts/schemas/deep/id.json': { type: 'string', pattern: '^a' },
  },
  'a file that is a schema': pointing('thing.json', { 'thing.json': object({ b: text }) }),
  'an empty fragment': pointing('thing.json#', { 'thing.json': object({ b: text }) }),
  YAML: pointing('thing.yaml#/B', { 'thing.yaml': 'B:\n  type: object\n  properties:\n    b: { type: string }\n' }),
  'a fragment with escapes': pointing('thing.json#/a~1b~0c/%ED%95%9C', { 'thing.json': { 'a/b~c': { 한: text } } }),
  'a fragment into a property': pointing('thing.json#/properties/b', {
    'thing.json': object({ b: object({ c: text }) }),
  }),
  'definitions beside a schema': pointing('thing.json#/Thing', {
    'thing.json': {
      Thing: object({ b: ref('#/definitions/B') }),
      definitions: { B: object({ next: ref('#/definitions/B') }) },
    },
  }),
  'a file that refers to itself as a whole': pointing('tree.json', { 'tree.json': object({ next: ref('#') }) }),
  'a file that refers to itself by name': pointing('tree.json', { 'tree.json': object({ next: ref('tree.json') }) }),
  'a circle of two files': pointing('x/one.json#/One', {
    'x/one.json': { One: object({ two: ref('../y/two.json#/Two') }) },
    'y/two.json': { Two: object({ one: ref('../x/one.json#/One'), own: ref('#/Two') }) },
  }),
  'a circle through the root': pointing('one.json', {
    'one.json': object({ back: ref('spec.json#/components/schemas/Thing') }),
  }),
  'a circle of lists': pointing('one.json', {
    'one.json': { type: 'array', items: ref('two.json') },
    'two.json': { anyOf: [text, ref('one.json')] },
  }),
  'files of one name': {
    'spec.json': schema(
      object({ a: ref('x/thing.json'), b: ref('y/thing.json'), c: ref('z/z.json#/Thing'), d: ref('z/z.json#/thing') }),
    ),
    'x/thing.json': object({ x: text }),
    'y/thing.json': { type: 'number' },
    'z/z.json': { Thing: { type: 'boolean' }, thing: { type: 'array', items: text } },
  },
  'files of strange names': {
    'spec.json': schema(
      object({
        a: ref('결제 정보.json'),
        b: ref('a b.json'),
        c: ref('class.json'),
        d: ref('constructor.json'),
        e: ref('v1.0.0.json'),
        f: ref('3d.json'),
      }),
    ),
    '결제 정보.json': object({ x: text }),
    'a b.json': text,
    'class.json': text,
    'constructor.json': text,
    'v1.0.0.json': text,
    '3d.json': text,
  },
  'every keyword that holds a schema': {
    'spec.json': schema({
      ...object({ a: ref('t.json') }),
      allOf: [ref('o.json')],
      anyOf: [ref('o.json'), ref('o.json#/properties/b')],
      not: ref('t.json'),
      additionalProperties: ref('t.json'),
    }),
    't.json': text,
    'o.json': object({ b: object({ c: text }) }),
  },
  'a discriminator that maps to files': {
    'spec.json': schema({
      oneOf: [ref('cat.json'), ref('dog.json')],
      discriminator: { propertyName: 'kind', mapping: { cat: 'cat.json', dog: './dog.json' } },
    }),
    'cat.json': { ...object({ kind: { type: 'string', enum: ['cat'] } }), required: ['kind'] },
    'dog.json': { ...object({ kind: { type: 'string', enum: ['dog'] } }), required: ['kind'] },
  },
  'parts of all kinds': {
    'spec.json': {
      ...operation({
        security: [{ key: [] }],
        callbacks: { done: ref('parts.json#/callback') },
        responses: { 200: ref('parts.json#/response') },
      }),
      components: { securitySchemes: { key: ref('parts.json#/key') } },
    },
    'parts.json': {
      key: { type: 'apiKey', name: 'k', in: 'header' },
      callback: { '{$request.body#/url}': { post: { responses: done } } },
      response: { description: 'D', links: { next: ref('#/another') } },
      another: { operationId: 'doIt' },
    },
  },
};

/** Of the reference that {@link pointing} writes; in 3.0 `paths` take a line. */
const PLACE = /^spec\.json:1[23]:11$/;

/** Specs of several files that are refused, and where. */
export const REFUSED_FILES: Readonly<Record<string, readonly [files: SpecFiles, place: RegExp]>> = {
  'a file that is missing': [pointing('none.json'), PLACE],
  'a fragment that is missing': [pointing('thing.json#/None', { 'thing.json': { A: text } }), PLACE],
  'a file missing from another': [
    pointing('x/one.json', { 'x/one.json': object({ b: ref('none.json') }) }),
    /^x\/one\.json:4:8$/,
  ],
  'a file that is no YAML': [
    pointing('broken.yaml', { 'broken.yaml': 'a: [\nb: }' }),
    /^broken\.yaml:\d+:\d+$|^spec\.json:1[23]:11$/,
  ],
  'a file with a key twice': [
    pointing('twice.json', { 'twice.json': '{ "type": "string",\n "type": "number" }' }),
    /^twice\.json:2:\d+$|^spec\.json:1[23]:11$/,
  ],
  'a file that is empty': [pointing('empty.json', { 'empty.json': '' }), PLACE],
  'a file that is text': [pointing('notes.md', { 'notes.md': '# Notes\n\nJust text.' }), /:\d+:\d+$/],
  'a folder': [pointing('x', { 'x/one.json': text }), PLACE],
  'a file that is a list': [pointing('list.json', { 'list.json': '[1]' }), /^list\.json:1:1$/],
  'a file that is no schema': [pointing('odd.json', { 'odd.json': { type: 7 } }), /^odd\.json:2:\d+$/],
  'an anchor in a file': [pointing('thing.json#here', { 'thing.json': { $anchor: 'here', ...text } }), PLACE],
  'a circle of nothing but references': [
    pointing('one.json', { 'one.json': ref('two.json'), 'two.json': ref('one.json') }),
    /^(one|two|spec)\.json:\d+:\d+$/,
  ],
  // Redocly takes file names as they are written.
  'a file name in percent-encoding': [pointing('a%20b.json', { 'a b.json': text }), PLACE],
  'a prototype in a file': [
    pointing('evil.json', { 'evil.json': '{ "type": "object",\n "__proto__": {} }' }),
    /^evil\.json:2:2$/,
  ],
};
