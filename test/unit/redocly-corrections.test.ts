import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import type { RuleLevels } from '../../scripts/report/rule-levels.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function findings(version: string, parts: object, levels: RuleLevels = new Map()): Promise<string[]> {
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify({ openapi: version, info: { title: 'T', version: '1' }, paths: {}, ...parts }));
  const diagnostics = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'recommended', levels });
  const isSubject = ({ code }: { readonly code: string }): boolean => /struct|example|nullable/.test(code);
  return diagnostics.filter(isSubject).map(({ code, at }) => `${code} ${at.pointer}`);
}

const schemas = (entries: object): object => ({ components: { schemas: entries } });

const SCHEMAS = {
  Anything: true,
  Thing: {
    type: 'object',
    properties: {
      any: true,
      listed: { anyOf: [false, { type: 'string' }] },
      referred: { $ref: '#/components/schemas/Anything' },
    },
    not: false,
    $defs: { part: true },
  },
};

describe('a boolean schema', () => {
  it.each(['3.1.0', '3.1.1'])('is one in %s, wherever a schema can be', async (version) => {
    const components = { schemas: SCHEMAS, headers: { Any: { schema: true } } };
    expect(await findings(version, { components })).toEqual([]);
  });

  it('is none in 3.0', async () => {
    expect(await findings('3.0.3', schemas({ Anything: true }))).toEqual(['struct /components/schemas/Anything']);
  });

  it('does not make a boolean valid where something else is expected', async () => {
    const components = { schemas: SCHEMAS, parameters: { schema: true }, responses: { items: false } };
    expect(await findings('3.1.0', { components })).toEqual([
      'struct /components/parameters/schema',
      'struct /components/responses/items',
    ]);
  });
});

describe('an example beside a `nullable` without `type`', () => {
  const untyped = { nullable: true, allOf: [{ type: 'object' }], example: {} };

  it('has the finding about the schema only', async () => {
    expect(await findings('3.0.3', schemas({ Untyped: untyped }))).toEqual([
      'nullable-type-sibling /components/schemas/Untyped/nullable',
    ]);
  });

  it('has it in bodies and parameters too', async () => {
    const schema = { $ref: '#/components/schemas/Untyped' };
    const content = { 'application/json': { schema, example: {} } };
    const responses = { Answer: { description: 'D', content } };
    const parameters = { Page: { name: 'page', in: 'query', schema, example: {} } };
    const { example: _, ...bare } = untyped;
    expect(await findings('3.0.3', { components: { schemas: { Untyped: bare }, responses, parameters } })).toEqual([
      'nullable-type-sibling /components/schemas/Untyped/nullable',
    ]);
  });

  it('has none with that rule off', async () => {
    const levels: RuleLevels = new Map([['nullable-type-sibling', 'off']]);
    expect(await findings('3.0.3', schemas({ Untyped: untyped }), levels)).toEqual([]);
  });

  it('does not hide an example elsewhere that breaks its schema', async () => {
    const entries = { Untyped: untyped, Text: { type: 'string', example: 1 } };
    expect(await findings('3.0.3', schemas(entries))).toEqual([
      'nullable-type-sibling /components/schemas/Untyped/nullable',
      'no-invalid-schema-examples /components/schemas/Text/example',
    ]);
  });
});
