import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { lintSpec } from '../../scripts/lint/lint-spec.js';
import { printHeld } from './print-held.js';

// The cells of the table in "Style Examples" of OpenAPI 3.1.1 that say "n/a", and styles that a place does not have, are errors
// of lint. https://spec.openapis.org/oas/v3.1.1.html#style-examples

const TYPES = ['string', 'array', 'object'];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  path: ['matrix', 'label', 'simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

interface Cell {
  readonly place: string;
  readonly style: string;
  readonly explode: boolean;
  readonly type: string;
}

const all: readonly Cell[] = Object.keys(PLACES).flatMap((place) =>
  [...new Set(Object.values(PLACES).flat())].flatMap((style) =>
    [true, false].flatMap((explode) => TYPES.map((type): Cell => ({ place, style, explode, type }))),
  ),
);

/** What the table has an example for. */
function isDefined({ place, style, explode, type }: Cell): boolean {
  if (PLACES[place]?.includes(style) !== true) return false;
  if (style === 'deepObject') return explode && type === 'object';
  return style.endsWith('Delimited') ? !explode && type !== 'string' : true;
}

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-styles-'));
printHeld('cells of the table that lint judges');
afterAll(() => rmSync(folder, { recursive: true }));

/** The operations with an error of this rule. */
async function refused(cells: readonly Cell[]): Promise<string[]> {
  const paths = Object.fromEntries(
    cells.map(({ place, type, ...how }, index) => {
      const parameter = { name: 'a', in: place, ...(place === 'path' && { required: true }), schema: { type }, ...how };
      const operation = {
        operationId: `op${index}`,
        parameters: [parameter],
        responses: { 204: { description: 'none' } },
      };
      return [`/op${index}${place === 'path' ? '/{a}' : ''}`, { get: operation }];
    }),
  );
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify({ openapi: '3.1.1', info: { title: 'T', version: '1' }, paths }));
  const diagnostics = await lintSpec(await loadSpec(file, file, { cwd: folder }), { rules: 'structure' });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ at }) => /^\/paths\/~1(op\d+)/.exec(at.pointer)?.[1] ?? at.pointer))].sort();
}

describe('styles of parameters', () => {
  it.each(Object.keys(PLACES))('in the %s: cells without an example are errors, all others are not', async (place) => {
    const cells = all.filter((cell) => cell.place === place);
    const want = cells.flatMap((cell, index) => (isDefined(cell) ? [] : [`op${index}`]));
    expect(want.length).toBeGreaterThan(0);
    expect(await refused(cells)).toEqual(want.sort());
  });
});
