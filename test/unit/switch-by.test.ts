import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startValidators } from '../../scripts/generate/start-validators.js';
import { modelOf } from '../model-of.js';
import type { Schema } from '../../scripts/json/schema.js';
import { writeRunnable } from '../emitted-folder.js';

const kind = (name: string, field: string): Schema => ({
  allOf: [{ $ref: '#/components/schemas/Method' }],
  type: 'object',
  required: ['kind', field],
  properties: { kind: { const: name }, [field]: { type: 'string' } },
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const schemas: Record<string, Schema> = {
  Method: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
  Card: kind('card', 'card_name'),
  Vbank: kind('vbank', 'vbank_num'),
  Point: kind('point', 'point_id'),
  Any: { oneOf: [ref('Card'), ref('Vbank'), ref('Point')], discriminator: { propertyName: 'kind' } },
};

type Check = (data: unknown) => { readonly issues?: readonly { readonly pointer: string; readonly keyword: string }[] };

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-switch-'));
let check: Check;
let code: string;
beforeAll(async () => {
  const model = modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } });
  const files = await startValidators(model)();
  writeRunnable(files, folder);
  code = files.find((file) => file.path === 'validators/Any.ts')?.text ?? '';
  const made = (await import(pathToFileURL(path.join(folder, 'validators/Any.js')).href)) as { checkAny: Check };
  check = made.checkAny;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('alternatives told apart by a property', () => {
  it('are looked up, not tried', () => {
    expect(code).toContain('"vbank"');
    expect(code).not.toContain('passing');
  });

  it.each([
    ['a whole one', { kind: 'vbank', vbank_num: '1' }, []],
    ['one that lacks a field', { kind: 'vbank' }, [' required']],
    ['one with a wrong field', { kind: 'point', point_id: 1 }, ['/point_id type']],
    ['a kind that there is not', { kind: 'cash' }, ['/kind enum']],
    ['none', {}, [' required']],
    ['no object', 'vbank', [' type']],
  ])('say what is wrong with %s', (_what, value, expected) => {
    const { issues = [] } = check(value);
    expect(issues.map((issue) => `${issue.pointer} ${issue.keyword}`)).toEqual(expected);
  });
});
