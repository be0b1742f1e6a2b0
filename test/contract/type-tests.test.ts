import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { isObject } from '../../scripts/json/schema.js';

function methods(): string[] {
  const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as { paths: Record<string, object> };
  const operations = Object.values(document.paths).flatMap((item): unknown[] => Object.values(item));
  return operations.flatMap((operation) => (isObject(operation) ? [String(operation['x-resource-method'])] : []));
}

it('every generated method has a type test', () => {
  const tests = readdirSync('test/types').map((file) => readFileSync(path.join('test/types', file), 'utf8'));
  const text = tests.join('\n');
  expect(methods()).toHaveLength(84);
  expect(methods().filter((method) => !text.includes(`iamport.${method}(`))).toEqual([]);
});
