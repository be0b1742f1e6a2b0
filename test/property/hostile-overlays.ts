import { keysLast, putText, type HostilePlace, type PlacedText } from './hostile-positions.js';

const OPERATION = '/actions/0/update';
const SCHEMA = '/actions/1/update';

/** Places of {@link overlay} where text enters: its own, and those of what it puts into the document. */
export const OVERLAY_PLACES: readonly HostilePlace[] = [
  ...['/info/title', '/info/version', '/info/x-info', '/x-overlay', '/extends', '/actions/0/description'].map(value),
  ...['/actions/0/target', '/actions/0/x-action'].map(value),
  ...['operationId', 'summary', 'description', 'tags/0', 'x-resource-method'].map((name) =>
    value(`${OPERATION}/${name}`),
  ),
  ...['description', 'properties/added/description', 'properties/added/enum/0', 'properties/added/x-enum-name'].map(
    (name) => value(`${SCHEMA}/${name}`),
  ),
  value(`${SCHEMA}/properties/text/pattern`),
  value(`${SCHEMA}/properties/text/default`),
  { kind: 'key', pointer: `${SCHEMA}/properties/added` },
  { kind: 'key', pointer: '/actions/2/update/Added' },
];

function value(pointer: string): HostilePlace {
  return { kind: 'value', pointer };
}

/** An overlay for the base spec with texts in different places. */
export function overlayWith(texts: readonly PlacedText[]): object {
  const document = overlay();
  for (const { text, ...place } of keysLast(texts)) putText(document, place, text);
  return document;
}

function overlay(): object {
  const added = { type: 'string', description: 'd', enum: ['a', 'b'], 'x-enum-name': 'Added' };
  return {
    overlay: '1.0.0',
    info: { title: 'O', version: '1', 'x-info': 'x' },
    'x-overlay': 'x',
    extends: 'spec.json',
    actions: [
      {
        target: "$.paths['/things/{id}'].post",
        description: 'd',
        'x-action': 'x',
        update: {
          operationId: 'makeIt',
          summary: 's',
          description: 'd',
          tags: ['added'],
          'x-resource-method': 'things.makeIt',
        },
      },
      {
        target: '$.components.schemas.Thing',
        update: { description: 'd', properties: { added, text: { type: 'string', pattern: '^a$', default: 'a' } } },
      },
      { target: '$.components.schemas', update: { Added: { type: 'object', properties: { a: { type: 'string' } } } } },
    ],
  };
}
