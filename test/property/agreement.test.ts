import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';

import type { Schema } from '../../scripts/generate/schema.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import { findFiles } from '../../scripts/validate/find-files.js';
import { loadCheck, openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { readFile } from '../../scripts/validate/read/read-file.js';
import { mutationsOf } from '../contract/mutations.js';
import { generateFrom } from '../generate-from.js';
import { BEYOND_TYPES } from './beyond-types.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Sample {
  readonly schema: string;
  readonly value: unknown;
  readonly isValid: boolean;
  readonly about: string;
}

// What a type cannot say and a validator can is in beyond-types.ts. The samples differ in type, presence and listed values only.

it("the project's own types and validators agree on every recorded shape, whole and broken", async () => {
  const samples = await ownSamples();
  const disagreements = disagree(samples, 'generated/models.ts');
  process.stdout.write(`types agree with validators: ${samples.length - disagreements.length} of ${samples.length}\n`);
  expect(disagreements).toEqual([]);
}, 120_000);

const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  required,
  properties,
});
const text: Schema = { type: 'string' };
const other: Schema = { $ref: '#/components/schemas/Other' };

// Schemas that generators get wrong: what they accept, and what they refuse.
const HARD: Record<string, { schema: Schema; valid: unknown[]; invalid: unknown[] }> = {
  Other: {
    schema: object({ x: text, y: { type: 'number' } }, ['x']),
    valid: [{ x: 'a' }],
    invalid: [{}, { x: 1 }, null],
  },
  OneRequired: {
    schema: { ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    valid: [{ a: 'x' }, { b: 'x' }, { a: 'x', b: 'y' }],
    invalid: [{}, { a: 1 }, { b: null }],
  },
  ReferenceBesideRequired: {
    schema: { ...other, required: ['y'] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }, { y: 1 }],
  },
  AllOfBesideRequired: {
    schema: { allOf: [other], required: ['y'] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }],
  },
  AllOfWithRequired: {
    schema: { allOf: [other, { required: ['y'] }] },
    valid: [{ x: 'a', y: 1 }],
    invalid: [{ x: 'a' }],
  },
  ConstNull: { schema: object({ a: { const: null } }, ['a']), valid: [{ a: null }], invalid: [{ a: 0 }, {}] },
  ConstText: { schema: object({ a: { const: "it's" } }, ['a']), valid: [{ a: "it's" }], invalid: [{ a: 'its' }] },
  Tuple: {
    schema: { type: 'array', prefixItems: [text, { type: 'number' }], items: false, minItems: 2 },
    valid: [['a', 1]],
    invalid: [
      [1, 'a'],
      ['a', 1, 2],
    ],
  },
  NullableEnum: {
    schema: object({ a: { type: ['string', 'null'], enum: ['p', 'q', null] } }, ['a']),
    valid: [{ a: 'p' }, { a: null }],
    invalid: [{ a: 'r' }, { a: 1 }],
  },
  OpenEnum: {
    schema: object({ a: { type: 'string', 'x-extensible-enum': ['p'] } }, ['a']),
    valid: [{ a: 'p' }, { a: 'new' }],
    invalid: [{ a: 1 }, { a: null }],
  },
  NumberEnum: {
    schema: object({ a: { type: 'integer', enum: [0, 1] } }, ['a']),
    valid: [{ a: 0 }],
    invalid: [{ a: 2 }, { a: '0' }],
  },
  DefaultInRequest: {
    schema: object({ a: { type: 'string', default: 'x' } }),
    valid: [{}, { a: 'y' }],
    invalid: [{ a: 1 }],
  },
  NullableReference: {
    schema: object({ a: { anyOf: [other, { type: 'null' }] } }, ['a']),
    valid: [{ a: null }, { a: { x: 'b' } }],
    invalid: [{ a: {} }, { a: 1 }],
  },
  Discriminated: {
    schema: {
      oneOf: [
        object({ kind: { const: 'card' }, number: text }, ['kind', 'number']),
        object({ kind: { const: 'cash' } }, ['kind']),
      ],
    },
    valid: [{ kind: 'card', number: '1' }, { kind: 'cash' }],
    invalid: [{ kind: 'card' }, { kind: 'coin' }, {}],
  },
  Recursive: {
    schema: object({ next: { anyOf: [{ $ref: '#/components/schemas/Recursive' }, { type: 'null' }] } }, ['next']),
    valid: [{ next: null }, { next: { next: null } }],
    invalid: [{ next: {} }, { next: { next: 1 } }],
  },
  카드: { schema: object({ 번호: text }, ['번호']), valid: [{ 번호: '1' }], invalid: [{}, { 번호: 1 }] },
  ReadWrite: {
    schema: object({ id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } }, ['id']),
    valid: [{ id: 'a' }],
    invalid: [{ id: 1 }, {}],
  },
  ListOrNull: { schema: { type: ['array', 'null'], items: text }, valid: [null, ['a']], invalid: [['a', 1], 'a'] },
  Loose: { schema: { type: 'object' }, valid: [{}, { a: 1 }], invalid: [1, null] },
};

it('types and validators of hard cases agree', async () => {
  const { validators, models } = await made('hard', HARD);
  const samples = Object.entries(HARD).flatMap(([schema, { valid, invalid }]) =>
    [...valid, ...invalid].map((value): Sample => ({
      schema,
      value,
      isValid: valid.includes(value),
      about: JSON.stringify(value),
    })),
  );
  for (const { schema, value, isValid, about } of samples) {
    expect({ schema, about, verdict: validators[`is${schema}`]?.(value) }).toEqual({ schema, about, verdict: isValid });
  }
  const disagreements = disagree(samples, models);
  process.stdout.write(
    `hard cases: types agree with validators on ${samples.length - disagreements.length} of ${samples.length}\n`,
  );
  expect(disagreements).toEqual([]);
}, 60_000);

it('what a type cannot say is this and no more: the validator refuses, the type takes it', async () => {
  const { validators, models } = await made('beyond', BEYOND_TYPES);
  const samples = Object.entries(BEYOND_TYPES).map(([schema, { refused }]): Sample => ({
    schema,
    value: refused,
    isValid: validators[`is${schema}`]?.(refused) === true,
    about: JSON.stringify(refused),
  }));
  expect(samples.filter(({ isValid }) => isValid)).toEqual([]);
  const disagreements = disagree(samples, models);
  process.stdout.write(`beyond types, ${disagreements.length}: ${Object.keys(BEYOND_TYPES).join(', ')}\n`);
  expect(disagreements).toEqual(samples.map(({ schema, about }) => `${schema}: the type accepts ${about}`));
}, 60_000);

interface Made {
  readonly validators: Readonly<Record<string, (value: unknown) => boolean>>;
  /** The file of the types. */
  readonly models: string;
}

/** Generates from some schemas. */
async function made(name: string, cases: Readonly<Record<string, { readonly schema: Schema }>>): Promise<Made> {
  const spec = path.join(folder, `${name}.json`);
  const schemas = Object.fromEntries(Object.entries(cases).map(([key, { schema }]) => [key, schema]));
  writeFileSync(
    spec,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, components: { schemas } }),
  );
  const out = path.join(folder, name);
  for (const { path: file, text: source } of (await generateFrom(spec)).files) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), source);
  }
  // Edge: generated code, which exports a guard for every schema here.
  const validators = (await import(pathToFileURL(path.join(out, 'validators/index.js')).href)) as Made['validators'];
  return { validators, models: path.join(out, 'models.ts') };
}

/** Every fixture and example, and each of their places broken once per schema. */
async function ownSamples(): Promise<Sample[]> {
  const generated = openGeneratedFolder('generated', process.cwd());
  const samples: Sample[] = [];
  const seen = new Set<string>();
  for (const { file } of findFiles(['test/fixtures', 'spec/examples'], process.cwd()).files) {
    const schema = schemaByPlace(file, generated.manifest)?.schema;
    const [read] = readFile(file, file);
    if (schema === undefined || !read?.ok) continue;
    const check = await loadCheck(generated, schema);
    samples.push({ schema, value: read.document.value, isValid: true, about: path.relative('.', file) });
    for (const { pointer, value } of mutationsOf(read.document.value)) {
      const place = `${schema}${pointer.replace(/\/\d+(?=\/|$)/g, '/*')}`;
      if (seen.has(place)) continue;
      seen.add(place);
      samples.push({ schema, value, isValid: check(value).length === 0, about: place });
    }
  }
  return samples;
}

/** Compiles each sample as a constant of its type, one a line, and names those where the compiler and the validator differ. */
function disagree(samples: readonly Sample[], models: string): string[] {
  const file = path.join(folder, `samples-${samples.length}.ts`);
  const from = path.relative(folder, models.replace(/\.ts$/, '.js'));
  const lines = samples.map(
    ({ schema, value }, index) => `export const s${index}: m.${schema} = ${JSON.stringify(value)};`,
  );
  writeFileSync(file, [`import type * as m from '${from.startsWith('.') ? from : `./${from}`}';`, ...lines].join('\n'));
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  });
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error('the samples were not compiled');
  const refused = new Set(
    program.getSemanticDiagnostics(source).map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line - 1),
  );
  return samples.flatMap(({ schema, about, isValid }, index) =>
    refused.has(index) === isValid ? [`${schema}: the type ${isValid ? 'refuses' : 'accepts'} ${about}`] : [],
  );
}
