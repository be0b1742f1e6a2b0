import { escapePointer } from '../../scripts/json/pointer.js';

/** Names that collide once they are identifiers, that TypeScript or JavaScript has taken, or that are not Latin. */
const NAMES = [
  ...[
    'a-b',
    'a_b',
    'aB',
    'a.b',
    'a b',
    'AB',
    'class',
    'default',
    'function',
    'await',
    'Promise',
    'Record',
    'Array',
    'Object',
  ],
  ...[
    'String',
    'Error',
    'Date',
    'Map',
    'Symbol',
    'Partial',
    'Pick',
    'Omit',
    'toString',
    'then',
    'constructor',
    'never',
  ],
  ...[
    'any',
    'unknown',
    'globalThis',
    'undefined',
    'components',
    'paths',
    'operations',
    '결제',
    '카드 번호',
    '支払い',
    'Ärger',
  ],
  ...['😀', '👨‍👩‍👧', '3d', '_', '$', '$ref', 'SchemaOf', 'UnixTime', 'Known', 'isKnownA', 'Client', 'fetch', 'process'],
];

/** Whole documents of three hundred operations; each schema refers to others, round and round. */
export function wideDocument(openapi: '3.0.3' | '3.1.0', descriptionLength: number): object {
  const names = Array.from({ length: 300 }, (_, index) => nameOf(index));
  return {
    openapi,
    info: { title: '넓은 문서 😀', version: '1' },
    paths: Object.fromEntries(
      names.map((name, index) => [`/${encodeURIComponent(name)}/${index}/{id}`, pathItem(index, names)]),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map((name, index) => [name, schemaOf(index, { names, openapi, descriptionLength })]),
      ),
    },
  };
}

function nameOf(index: number): string {
  const name = NAMES[index % NAMES.length] ?? '';
  return index < NAMES.length ? name : `${name}${Math.floor(index / NAMES.length)}`;
}

function refTo(names: readonly string[], index: number): { readonly $ref: string } {
  const name = names[index % names.length] ?? '';
  return { $ref: `#/components/schemas/${encodeURIComponent(escapePointer(name))}` };
}

function pathItem(index: number, names: readonly string[]): object {
  const name = names[index] ?? '';
  return {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    [index % 2 === 0 ? 'get' : 'post']: {
      operationId: `${name}/${index}`,
      tags: [NAMES[index % 7] ?? '', name],
      summary: name,
      parameters: [{ name, in: 'query', schema: { type: 'array', items: { type: 'string', enum: [name, 'other'] } } }],
      ...(index % 2 === 1 && {
        requestBody: { required: true, content: { 'application/json': { schema: refTo(names, index + 1) } } },
      }),
      responses: {
        200: {
          description: name,
          content: {
            'application/json': {
              schema: index % 3 === 0 ? { type: 'array', items: refTo(names, index) } : refTo(names, index),
            },
          },
        },
        ...(index % 5 === 0 && {
          '4XX': { description: 'D' },
          default: { description: 'D', content: { 'text/plain': { schema: { type: 'string' } } } },
        }),
      },
    },
  };
}

interface Setting {
  readonly names: readonly string[];
  readonly openapi: string;
  readonly descriptionLength: number;
}

function schemaOf(index: number, { names, openapi, descriptionLength }: Setting): object {
  const description = `${names[index] ?? ''} `.repeat(descriptionLength).slice(0, descriptionLength).toWellFormed();
  const isOld = openapi === '3.0.3';
  const nullable = isOld ? { type: 'string', nullable: true } : { type: ['string', 'null'] };
  if (index % 10 === 3) return { description, type: 'array', items: refTo(names, index + 7) };
  if (index % 10 === 7)
    return { description, anyOf: [{ type: 'string' }, { type: 'array', items: refTo(names, index) }] };
  return {
    description,
    type: 'object',
    required: ['a-b', '결제'],
    properties: {
      ...{
        'a-b': nullable,
        a_b: { type: 'integer', minimum: 0 },
        aB: refTo(names, index * 7 + 1),
        결제: refTo(names, index + 1),
      },
      ...{
        class: { type: 'string', enum: ['class', '카드', "it's", ''] },
        then: { type: 'boolean' },
        '😀': refTo(names, index),
      },
      list: { type: 'array', items: refTo(names, index * 3 + 2), maxItems: 9 },
      [names[index] ?? '']: {
        type: 'number',
        ...(isOld ? { minimum: 0, exclusiveMinimum: true } : { exclusiveMinimum: 0 }),
      },
    },
  };
}
