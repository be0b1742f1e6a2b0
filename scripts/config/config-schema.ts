import { RULESETS } from './ruleset.js';

const FILE_NAMES = 'Glob or globs, relative to the folder of this file; `**` matches any number of folders.';

const PERCENTAGE = { type: 'number', minimum: 0, maximum: 100 } as const;

/** JSON Schema of the config. Editors read it from the package, and configs are checked by it. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Config of iamport-kit',
  description: 'iamport-kit.config.json, iamport-kit.config.yaml, or the default export of iamport-kit.config.ts.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'For editors.' },
    fixtures: {
      description: 'Which schema which files follow. The first entry that matches a file counts.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        oneOf: [{ required: ['schema'] }, { required: ['operation'] }],
        dependentRequired: { status: ['operation'] },
        properties: {
          files: {
            description: FILE_NAMES,
            type: ['string', 'array'],
            minLength: 1,
            minItems: 1,
            items: { type: 'string', minLength: 1 },
          },
          schema: { type: 'string', description: 'Name of a schema, or "auto" to tell it by the shape.' },
          operation: { type: 'string', description: 'Operation whose body the files are.' },
          status: {
            description: 'Which body of the operation: a status, "request" or "webhook". Default: 200.',
            type: ['string', 'integer'],
          },
          pg: {
            description:
              'Payment gateway that the files are for: its rules apply to requests that name only a channel key.',
            type: 'string',
            minLength: 1,
          },
        },
      },
    },
    ruleset: {
      description:
        'Rules that lint runs. "structure": what OpenAPI demands; "recommended": also the style of Redocly, as warnings; "iamport": also our own rules. Default: "iamport" for documents of this API, "recommended" for others.',
      type: 'string',
      enum: RULESETS,
    },
    rules: {
      description: 'Rules that weigh more or less than they do by themselves.',
      type: 'object',
      additionalProperties: { type: 'string', enum: ['off', 'warn', 'error'] },
    },
    coverage: {
      description: 'The least that fixtures must cover, in per cent.',
      type: 'object',
      additionalProperties: false,
      properties: {
        operations: { ...PERCENTAGE, description: 'Operations with an answer, and webhooks with a delivery.' },
        requests: { ...PERCENTAGE, description: 'Operations with a body that have a request.' },
        outcomes: { ...PERCENTAGE, description: 'Answers: every HTTP status, and success and refusal by `code`.' },
        enumMembers: { ...PERCENTAGE, description: 'Members of enums.' },
        nullBranches: { ...PERCENTAGE, description: 'Nullable values seen both null and not null.' },
        providers: { ...PERCENTAGE, description: 'Payment gateways, by `pg_provider`.' },
      },
    },
    generate: {
      description: 'What `generate` cannot see in the project.',
      type: 'object',
      additionalProperties: false,
      properties: {
        importExtension: {
          description: 'How generated files import each other. Default: as tsconfig.json and package.json say.',
          type: 'string',
          enum: ['js', 'ts', 'none'],
        },
        strictReadOnly: {
          description: 'Whether the validators of requests refuse properties with `readOnly`. Default: false.',
          type: 'boolean',
        },
      },
    },
    baseline: { type: 'string', minLength: 1, description: 'File of known findings, relative to this file.' },
  },
} as const;
