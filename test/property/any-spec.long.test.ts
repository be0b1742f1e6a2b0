import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Schema } from '../../scripts/json/schema.js';
import { generateFrom } from '../generate-from.js';
import { NAMES_OF_THE_RUNTIME } from './names-of-the-runtime.js';

// The generated entry imports the runtime; it is found the way an installed package is.
const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
beforeAll(() => {
  mkdirSync(path.join(folder, 'node_modules/iamport-kit'), { recursive: true });
  cpSync('package.json', path.join(folder, 'node_modules/iamport-kit/package.json'));
  symlinkSync(path.resolve('dist'), path.join(folder, 'node_modules/iamport-kit/dist'));
  symlinkSync(path.resolve('node_modules/openapi-fetch'), path.join(folder, 'node_modules/openapi-fetch'));
  symlinkSync(
    path.resolve('node_modules/openapi-typescript-helpers'),
    path.join(folder, 'node_modules/openapi-typescript-helpers'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const NAMES = [
  ...[
    'class',
    'Class',
    'default',
    'string',
    'Promise',
    'Record',
    'Array',
    'Error',
    'UnixTime',
    'SchemaOf',
    'CallOptions',
  ],
  ...[
    'foo-bar',
    'fooBar',
    'foo.bar',
    'foo_bar',
    '3d',
    'runtime',
    'index',
    'Iamport',
    'Resources',
    'OperationTypes',
    'AbortSignal',
  ],
];
const OPERATIONS = [
  'get',
  'delete',
  'constructor',
  '__proto__',
  'toString',
  'foo-bar',
  'fooBar',
  '결제조회',
  '3d',
  'payments.get',
];

const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties });

const DOCUMENTS: Record<string, object> = {
  'names that are reserved or collide': {
    openapi: '3.1.0',
    info: { title: 'Names', version: '1' },
    paths: Object.fromEntries(
      OPERATIONS.map((operationId, index) => [
        `/things/${index}/{id}`,
        {
          post: {
            operationId,
            tags: [NAMES[index] ?? ''],
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
              { name: 'id', in: 'query', schema: { type: 'string', enum: ['class', '카드', "it's", ''] } },
              { name: 'X-Id', in: 'header', schema: { type: 'integer' } },
            ],
            requestBody: {
              content: {
                'application/json': { schema: object({ id: { type: 'string' }, '카드 번호': { type: 'string' } }) },
              },
            },
            responses: {
              200: {
                description: 'D',
                content: { 'application/json': { schema: { $ref: `#/components/schemas/${NAMES[index]}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        NAMES.map((name) => [
          name,
          object({ [name]: { type: 'string', enum: [name, 'other'] }, '': { type: 'null' }, 한글: { type: 'string' } }),
        ]),
      ),
    },
  },
  'names of the runtime': NAMES_OF_THE_RUNTIME,
  'schemas that are recursive, empty or strange': {
    openapi: '3.1.0',
    info: { title: 'Strange', version: '1' },
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          responses: {
            200: {
              description: 'D',
              content: {
                'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
              },
            },
            default: { description: 'D' },
          },
        },
      },
    },
    components: {
      schemas: {
        Tree: object({
          left: { $ref: '#/components/schemas/Tree' },
          right: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] },
        }),
        Ping: { allOf: [{ $ref: '#/components/schemas/Pong' }, object({ a: {} })] },
        Pong: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'string' }] },
        Anything: {},
        Nothing: { not: {} },
        Null: { type: 'null' },
        Tuple: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false },
        Mixed: { type: ['string', 'integer', 'object', 'null'] },
        MixedEnum: { enum: [1, 'a', true, null, { a: 1 }, [1]] },
        Numbers: { type: 'integer', enum: [1, -1, 0], 'x-enum-name': 'Numbers' },
        Constant: object({ a: { const: { deep: [1] } }, b: { const: 'x' } }),
        Deep: object({ a: object({ b: object({ c: { type: 'string', enum: ['x'] } }) }) }),
        Pointing: object({ a: { $ref: '#/components/schemas/Deep/properties/a' } }),
        Loose: { type: 'object', unevaluatedProperties: false, properties: { a: { type: 'string' } } },
      },
    },
  },
  'OpenAPI 3.0': {
    openapi: '3.0.3',
    info: { title: 'Old', version: '1' },
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          responses: {
            200: { description: 'D', content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        A: object({
          a: { type: 'string', nullable: true, enum: ['x'] },
          b: { allOf: [{ $ref: '#/components/schemas/A' }], nullable: true },
        }),
      },
    },
  },
  'four hundred operations': {
    openapi: '3.1.0',
    info: { title: 'Many', version: '1' },
    paths: Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `/things/${index}`,
        {
          get: {
            operationId: `getThing${index}`,
            tags: [`t${index % 20}`],
            responses: {
              200: {
                description: 'D',
                content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${index}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: 400 }, (_, index) => [
          `Thing${index}`,
          object({
            next: { $ref: `#/components/schemas/Thing${(index * 7 + 1) % 400}` },
            name: { type: 'string', maxLength: 9 },
          }),
        ]),
      ),
    },
  },
};

describe.each(Object.entries(DOCUMENTS))('%s', (title, document) => {
  it('is generated, and compiles', async () => {
    const spec = path.join(folder, `${title.replaceAll(' ', '-')}.json`);
    writeFileSync(spec, JSON.stringify(document));
    const { diagnostics, files } = await generateFrom(spec);
    expect(diagnostics).toEqual([]);
    const out = spec.replace('.json', '');
    for (const { path: file, text } of files) {
      mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
      writeFileSync(path.join(out, file), text);
    }
    expect(compile(path.join(out, 'index.ts'), path.join(out, 'validators/index.ts'))).toEqual([]);
  }, 120_000);
});

function compile(...roots: string[]): string[] {
  const program = ts.createProgram(roots, {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    preserveSymlinks: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = file ? `${path.basename(file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
    return line + ts.flattenDiagnosticMessageText(messageText, ' ');
  });
}
