// The cases of the official test suite of the Overlay Specification (tests/v1.0 and tests/v1.1 in OAI/Overlay-Specification),
// written anew. `VERSION` stands for 1.0.0 and 1.1.0.

/** One case: its name in the official suite, and a document. */
export type OverlayCase = readonly [name: string, document: string, versions?: readonly string[]];

const INFO = "info: { title: O, version: '1' }";
const overlay = (rest: string, info = INFO): string => `overlay: VERSION\n${info}\n${rest}`;
const action = (members: string): string => overlay(`actions: [{ ${members} }]`);

/** Overlays that are valid. */
export const VALID_OVERLAYS: readonly OverlayCase[] = [
  ['minimal', action('target: $')],
  ['root-extensions', overlay('actions: [{ target: $ }]\nx-mine: {}')],
  ['info-extensions', overlay('actions: [{ target: $ }]', "info: { title: O, version: '1', x-mine: {} }")],
  ['actions-extensions', action('target: $, x-mine: {}')],
  ['actions-description', action('target: $, description: What it does')],
  [
    'actions-array-modification-example-update',
    action('target: "$.paths.*.get.parameters[?@.name == \'dummy\']", remove: true'),
  ],
  [
    'actions-array-modification-example-remove',
    action("target: '$.paths.*.get.parameters', update: { name: added, in: query, schema: { type: string } }"),
  ],
  [
    'actions-structured-overlay-example',
    overlay(
      "extends: '/nowhere/openapi.yaml'\nactions: [{ target: $, update: { info: { x-applied: structured }, paths: { /: { get: { x-limit: 100 } } }, components: null, tags: [] } }]",
    ),
  ],
  [
    'actions-targeted-overlay-example',
    overlay(
      'actions:\n  - { target: "$.paths[\'/foo\'].get", update: { description: New } }\n  - { target: "$.paths[\'/bar\'].get", update: { description: New } }\n  - { target: "$.paths[\'/bar\']", update: { post: { x-safe: false } } }',
    ),
  ],
  [
    'actions-traits-example',
    action("target: '$.paths.*.get[?@.x-oai-traits.paged]', update: { parameters: [{ name: top, in: query }] }"),
  ],
  [
    'actions-update-with-remove',
    action("target: '$.paths.*.get.parameters', update: { name: added, in: query }, remove: true"),
  ],
  [
    'actions-wildcard-overlay-example',
    overlay(
      "actions:\n  - { target: '$.paths.*.get', update: { x-safe: true } }\n  - { target: \"$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']\", update: { schema: { $ref: '#/components/schemas/F' } } }",
    ),
  ],
  ['copy-path-item-example', action('target: \'$.paths["/bar"]\', copy: \'$.paths["/foo"]\''), ['1.1.0']],
];

/** Overlays that are not valid. */
export const INVALID_OVERLAYS: readonly OverlayCase[] = [
  ['not-an-object', '- a list'],
  ['overlay-invalid-pattern', `overlay: '1.0'\n${INFO}\nactions: [{ target: $ }]`],
  ['invalid-overlay-version', `overlay: 2\n${INFO}\nactions: [{ target: $ }]`],
  ['root-invalid-property', overlay('actions: [{ target: $ }]\ninvalidProperty: true')],
  ['extends-invalid-type', overlay('extends: {}\nactions: [{ target: $ }]')],
  ['info-invalid-type', overlay('actions: [{ target: $ }]', 'info: invalid')],
  ['info-missing-title', overlay('actions: [{ target: $ }]', "info: { version: '1' }")],
  ['info-missing-version', overlay('actions: [{ target: $ }]', 'info: { title: O }')],
  ['info-title-invalid-type', overlay('actions: [{ target: $ }]', "info: { title: 100, version: '1' }")],
  ['info-version-invalid-type', overlay('actions: [{ target: $ }]', 'info: { title: O, version: false }')],
  [
    'info-description-invalid-type',
    overlay('actions: [{ target: $ }]', "info: { title: O, version: '1', description: 100 }"),
    ['1.1.0'],
  ],
  ['actions-missing', overlay('extends: /openapi.yaml')],
  ['actions-minimal', overlay('actions: []')],
  ['actions-invalid-type', overlay('actions: {}')],
  ['actions-item-invalid-type', overlay('actions: [123]')],
  ['actions-missing-target', action('update: text')],
  ['actions-invalid-target', action('target: info.description, update: text')],
  ['actions-invalid-description', action('target: $, description: 10')],
  [
    'actions-not-unique',
    overlay('actions: [{ target: $.info.title, update: T }, { update: T, target: $.info.title }]'),
  ],
  ['action-target-invalid-type', action('target: 100')],
  ['action-remove-invalid-type', action('target: $, remove: maybe')],
  ['action-copy-invalid-type', action('target: $, copy: 100'), ['1.1.0']],
];
