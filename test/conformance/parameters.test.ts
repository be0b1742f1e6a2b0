import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectTo, type Connected } from './client-of.js';

// Every cell of the table in "Style Examples" of OpenAPI 3.1.1, on the wire. Values as there.
// https://spec.openapis.org/oas/v3.1.1.html#style-examples

const COLORS = ['blue', 'black', 'brown'];
const RGB = { R: 100, G: 200, B: 150 };

interface Case {
  readonly place: string;
  readonly parameter: object;
  readonly value: unknown;
  /** The target of the request, or the value of a header. */
  readonly want: string;
}

const TABLE: readonly (readonly [
  place: string,
  style: string,
  explode: boolean,
  empty: string | undefined,
  text: string | undefined,
  list: string | undefined,
  object: string | undefined,
])[] = [
  ['path', 'matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['path', 'label', false, undefined, '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['path', 'label', true, undefined, '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['path', 'simple', false, undefined, 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['path', 'simple', true, undefined, 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['header', 'simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['header', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['query', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['cookie', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  // The table has `&` here, which separates nothing in a cookie (appendix D); each part is a cookie.
  ['cookie', 'form', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  [
    'query',
    'spaceDelimited',
    false,
    undefined,
    undefined,
    'color=blue%20black%20brown',
    'color=R%20100%20G%20200%20B%20150',
  ],
  [
    'query',
    'pipeDelimited',
    false,
    undefined,
    undefined,
    'color=blue%7Cblack%7Cbrown',
    'color=R%7C100%7CG%7C200%7CB%7C150',
  ],
  ['query', 'deepObject', true, undefined, undefined, undefined, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
];

const STRING = { type: 'string' };
const LIST = { type: 'array', items: STRING };
const OBJECT = { type: 'object', additionalProperties: { type: 'integer' } };

const cells = TABLE.flatMap(([place, style, explode, empty, text, list, object]): Case[] => {
  const of = (schema: object, value: unknown, want: string | undefined): Case[] =>
    want === undefined ? [] : [{ place, parameter: { style, explode, schema }, value, want }];
  return [...of(STRING, '', empty), ...of(STRING, 'blue', text), ...of(LIST, COLORS, list), ...of(OBJECT, RGB, object)];
});

const own = (place: string, parameter: object, value: unknown, want: string): Case => ({
  place,
  parameter,
  value,
  want,
});

const others: readonly Case[] = [
  // Primitives.
  own('path', { schema: { type: 'integer' } }, 7, '7'),
  own('path', { schema: { type: 'number' } }, -1.5, '-1.5'),
  own('path', { schema: { type: 'boolean' } }, true, 'true'),
  own('path', { schema: { type: ['integer', 'string'] } }, 'a/b', 'a%2Fb'),
  own('query', { schema: { type: 'boolean' } }, false, 'color=false'),
  own('header', { schema: { type: 'integer' } }, 0, '0'),
  own('cookie', { schema: { type: 'integer' } }, 12, 'color=12'),
  // Reserved characters: RFC 6570, 3.2.1 and 3.2.3.
  own('path', { schema: STRING }, "50% & !'()*", "50%25%20%26%20!'()*"),
  own('path', { style: 'label', schema: STRING }, "a!'()*/?", '.a%21%27%28%29%2A%2F%3F'),
  own('query', { style: 'form', explode: false, schema: LIST }, ['a,b', 'c&d=e'], 'color=a%2Cb,c%26d%3De'),
  own('query', { style: 'pipeDelimited', explode: false, schema: LIST }, ['a|b', '한'], 'color=a%7Cb%7C%ED%95%9C'),
  own('cookie', { schema: STRING }, 'a; admin=1', 'color=a%3B%20admin%3D1'),
  own('query', { allowReserved: true, schema: STRING }, 'https://a.b/c?d=e', 'color=https://a.b/c?d=e'),
  // What is escaped already stays, and what would end the value does not get through.
  own('query', { allowReserved: true, schema: STRING }, '%2F 50%', 'color=%2F%2050%25'),
  own('query', { allowReserved: true, schema: STRING }, 'a&b#c+d[e]', 'color=a%26b%23c%2Bd%5Be%5D'),
  // `content`.
  own('query', { content: { 'application/json': { schema: OBJECT } } }, { k: 1 }, 'color=%7B%22k%22%3A1%7D'),
  own('path', { content: { 'application/json': { schema: OBJECT } } }, { k: 1 }, '%7B%22k%22%3A1%7D'),
  own('header', { content: { 'application/json': { schema: LIST } } }, ['a', 'b'], '["a","b"]'),
  own('cookie', { content: { 'application/json': { schema: LIST } } }, ['a'], 'color=%5B%22a%22%5D'),
  own('query', { content: { 'text/plain': { schema: STRING } } }, 'a b', 'color=a%20b'),
  // RFC 6570, 2.3: an empty list is a value that is not there, and so is null inside one.
  own('query', { style: 'form', explode: false, schema: LIST }, [], ''),
  own('query', { schema: OBJECT }, {}, ''),
  own('header', { schema: { ...LIST, items: {} } }, ['a', null, 'b'], 'a,b'),
  // Objects inside of objects, as PHP and qs read them.
  own(
    'query',
    { style: 'deepObject', explode: true, schema: {} },
    { a: { b: [1, 2] } },
    'color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=2',
  ),
];

const cases = [...cells, ...others];

const document = {
  openapi: '3.1.1',
  info: { title: 'Parameters', version: '1' },
  paths: Object.fromEntries(
    cases.map(({ place, parameter }, index) => [
      `/${index}${place === 'path' ? '/{color}/end' : ''}`,
      {
        get: {
          operationId: `op${index}`,
          parameters: [{ name: 'color', in: place, required: place === 'path', ...parameter }],
          responses: { 200: { description: 'ok', content: { 'application/json': { schema: {} } } } },
        },
      },
    ]),
  ),
};

let api: Connected;
let held = 0;
beforeAll(async () => {
  api = await connectTo(document, () => ({ body: {} }));
});
afterAll(async () => {
  console.log(`parameters on the wire: ${held} of ${cases.length}, ${cells.length} of them cells of OpenAPI's table`);
  await api.close();
});

describe('parameters on the wire', () => {
  it.each(
    cases.map(
      (each, index) =>
        [`${each.place} ${JSON.stringify(each.parameter)} ${JSON.stringify(each.value)}`, index] as const,
    ),
  )('%s', async (_title, index) => {
    const { place, value, want } = cases[index]!;
    await api.client.call(`op${index}`, { color: value });
    const { url, headers } = api.server.requests.at(-1)!;
    const found = {
      path: () => url.slice(`/${index}/`.length, -'/end'.length),
      query: () => url.slice(`/${index}?`.length),
      header: () => headers.color,
      cookie: () => headers.cookie,
    }[place];
    expect(found?.()).toBe(want);
    held += 1;
  });

  it('are every cell that the table does not mark n/a', () => {
    expect(cells.length).toBe(49);
  });
});

it('the raw client writes paths in the same styles', async () => {
  const index = cases.findIndex(({ want }) => want === ';color=blue;color=black;color=brown');
  await api.client.raw.GET!(`/${index}/{color}/end`, { params: { path: { color: COLORS } } });
  expect(api.server.requests.at(-1)!.url).toBe(`/${index}/;color=blue;color=black;color=brown/end`);
});

describe('values that a parameter cannot express, or that would change the URL', () => {
  const indexOf = (place: string, style: string): number =>
    cases.findIndex(
      ({ place: other, parameter }) => other === place && 'style' in parameter && parameter.style === style,
    );

  it.each([
    ['path', 'simple', ''],
    ['path', 'simple', '..'],
    ['path', 'simple', '.'],
    ['path', 'simple', '%2e%2E'],
    ['path', 'simple', null],
    ['path', 'label', ''],
    ['path', 'label', '.'],
    ['path', 'matrix', { a: { b: 1 } }],
    ['path', 'simple', []],
    ['path', 'simple', Number.NaN],
    ['header', 'simple', 'a\r\nb: c'],
    ['query', 'form', [[1]]],
    ['query', 'form', Infinity],
    ['query', 'form', '\ud800'],
  ])('%s %s %j is refused and nothing is sent', async (place, style, color) => {
    const before = api.server.requests.length;
    const client = api.connect({ validate: { request: 'off' } });
    await expect(client.call(`op${indexOf(place, style)}`, { color })).rejects.toMatchObject({
      kind: 'input',
      sent: 'no',
    });
    expect(api.server.requests.length).toBe(before);
  });
});
