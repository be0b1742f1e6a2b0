import { describe, expect, it } from 'vitest';

import { emitModels } from '../../scripts/generate/emit/models.js';
import type { Schema } from '../../scripts/json/schema.js';
import type { OpenApi } from '../../scripts/openapi/document.js';
import { modelOf } from '../model-of.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: Schema): object => ({ content: { 'application/json': { schema } } });

const SCHEMAS: Record<string, Schema> = {
  User: {
    type: 'object',
    required: ['id', 'name', 'password', 'profile'],
    properties: {
      id: { type: 'integer', readOnly: true },
      name: { type: 'string' },
      password: ref('Secret'),
      profile: ref('Profile'),
    },
  },
  Secret: { type: 'string', writeOnly: true },
  Profile: {
    type: 'object',
    required: ['createdAt', 'bio'],
    properties: { createdAt: { type: 'string', readOnly: true }, bio: { type: 'string' } },
  },
  Plain: { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
  Admin: {
    allOf: [ref('User'), { type: 'object', required: ['id', 'level'], properties: { level: { type: 'number' } } }],
  },
  Page: { type: 'array', items: ref('User') },
};

function documentOf(sent: Schema | undefined, answered: Schema | undefined): OpenApi {
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/a': {
        post: {
          operationId: 'post',
          ...(sent && { requestBody: body(sent) }),
          responses: { '200': { description: 'ok', ...(answered && body(answered)) } },
        },
      },
    },
    components: { schemas: SCHEMAS },
  };
}

/** Each type that is declared, on one line. */
function types(document: OpenApi, version: '3.0' | '3.1', strict = false): Record<string, string> {
  const text = emitModels(modelOf(document, version, strict))[0]?.text ?? '';
  const found = text.matchAll(/^export (?:interface (\w+) (\{[\s\S]*?\n\})|type (\w+) = ([\s\S]*?);\n(?=\n|$))/gm);
  const named = [...found].map(([, name = '', members, alias = '', type = '']): [string, string] => [
    name || alias,
    (members ?? type).replace(/\s+/g, ' '),
  ]);
  return Object.fromEntries(named);
}

const READ = '{ id: number; name: string; password?: Secret; profile: Profile; }';
const WRITE = '{ id?: number; name: string; password: Secret; profile: ProfileWritable; }';

describe('readOnly and writeOnly', () => {
  it.each<[string, string, Schema | undefined, Schema | undefined, Record<string, string | undefined>]>([
    ['two forms of what travels both ways', '3.1', ref('User'), ref('User'), { User: READ, UserWritable: WRITE }],
    [
      'through references',
      '3.1',
      ref('User'),
      ref('User'),
      { ProfileWritable: '{ createdAt?: string; bio: string; }' },
    ],
    [
      'one form of what is only sent',
      '3.1',
      ref('Profile'),
      undefined,
      { Profile: '{ createdAt?: string; bio: string; }', ProfileWritable: undefined },
    ],
    ['one form of what only comes', '3.1', undefined, ref('User'), { User: READ, UserWritable: undefined }],
    [
      'nothing of what has no such property',
      '3.1',
      ref('Plain'),
      ref('Plain'),
      { Plain: '{ a: string; }', PlainWritable: undefined },
    ],
    ['a list in an answer', '3.1', ref('User'), ref('Page'), { Page: 'User[]', User: READ, UserWritable: WRITE }],
    [
      'what is required beside a base',
      '3.1',
      ref('Admin'),
      undefined,
      {
        Admin: 'User & { level: number; }',
        User: '{ id?: number; name: string; password: Secret; profile: Profile; }',
      },
    ],
    [
      'no such property at all in 3.0',
      '3.0',
      ref('User'),
      ref('User'),
      {
        User: '{ id: number; name: string; profile: Profile; }',
        UserWritable: '{ name: string; password: Secret; profile: ProfileWritable; }',
        ProfileWritable: '{ bio: string; }',
      },
    ],
    [
      'a body written in place',
      '3.1',
      SCHEMAS.Profile,
      SCHEMAS.Profile,
      { PostRequest: '{ createdAt?: string; bio: string; }', Post200Response: '{ createdAt: string; bio: string; }' },
    ],
  ])('make %s (%s)', (_title, version, sent, answered, want) => {
    const found = types(documentOf(sent, answered), version as '3.1');
    expect(Object.fromEntries(Object.keys(want).map((name) => [name, found[name]]))).toEqual(want);
  });
});

describe('with --strict-read-only', () => {
  const document = documentOf(ref('Admin'), ref('Admin'));

  it.each(['3.0', '3.1'] as const)('requests refuse read-only properties (%s)', (version) => {
    expect(types(document, version, true)).toMatchObject({
      UserWritable: '{ id?: never; name: string; password: Secret; profile: ProfileWritable; }',
      ProfileWritable: '{ createdAt?: never; bio: string; }',
      AdminWritable: 'UserWritable & { level: number; }',
    });
  });

  it('answers are as they are without', () => {
    const { User, Profile, Admin } = types(document, '3.1', true);
    const { User: user, Profile: profile, Admin: admin } = types(document, '3.1');
    expect({ User, Profile, Admin }).toEqual({ User: user, Profile: profile, Admin: admin });
  });
});
