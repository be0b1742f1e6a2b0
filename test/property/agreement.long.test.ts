import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';

import type { Schema } from '../../scripts/json/schema.js';
import { pascalCase } from '../../scripts/openapi/identifiers.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { loadCheck } from '../../scripts/validate/load-check.js';
import { createSchemaReader } from '../../scripts/validate/read-schema.js';
import { readFile } from '../../scripts/files/read-file.js';
import { mutationsOf } from '../contract/mutations.js';
import { generateFrom } from '../generate-from.js';
import { writeRunnable } from '../emitted-folder.js';
import { BEYOND_TYPES } from './beyond-types.js';
import type { HardCase } from './hard-case.js';
import { HARD_CASES } from './hard-cases.js';
import { OLD_HARD_CASES, ONE_WAY_CASES, ONE_WAY_PATHS } from './hard-document-cases.js';
import { HARD_NAME_CASES } from './hard-name-cases.js';

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

const ALL_HARD_CASES = { ...HARD_CASES, ...HARD_NAME_CASES };

it.each<[title: string, cases: Readonly<Record<string, Omit<HardCase, 'schema'>>>, document: object]>([
  ['hard cases', ALL_HARD_CASES, withSchemas(ALL_HARD_CASES)],
  ['hard cases of OpenAPI 3.0', OLD_HARD_CASES, { ...withSchemas(OLD_HARD_CASES), openapi: '3.0.3', paths: {} }],
  ['readOnly and writeOnly', ONE_WAY_CASES, { paths: ONE_WAY_PATHS }],
])(
  'types and validators agree on %s',
  async (title, cases, document) => {
    const { validators, models } = await made(title, document);
    const samples = Object.entries(cases).flatMap(([schema, { valid, invalid }]) =>
      [...valid, ...invalid].map((value): Sample => ({
        schema,
        value,
        isValid: valid.includes(value),
        about: JSON.stringify(value),
      })),
    );
    for (const { schema, value, isValid, about } of samples) {
      const verdict = validators[`is${pascalCase(schema)}`]?.(value);
      expect({ schema, about, verdict }).toEqual({ schema, about, verdict: isValid });
    }
    const disagreements = disagree(samples, models);
    process.stdout.write(
      `${title}: types agree with validators on ${samples.length - disagreements.length} of ${samples.length}\n`,
    );
    expect(disagreements).toEqual([]);
  },
  60_000,
);

it('what a type cannot say, the validator does: these are the ways we know of', async () => {
  const { validators, models } = await made('beyond', withSchemas(BEYOND_TYPES));
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

function withSchemas(cases: Readonly<Record<string, { readonly schema: Schema }>>): object {
  return {
    components: { schemas: Object.fromEntries(Object.entries(cases).map(([key, { schema }]) => [key, schema])) },
  };
}

/** Generates from what stands beside `openapi` and `info`. */
async function made(title: string, document: object): Promise<Made> {
  const name = title.replace(/\W/g, '-');
  const spec = path.join(folder, `${name}.json`);
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...document }));
  const out = path.join(folder, name);
  writeRunnable((await generateFrom(spec)).files, out);
  // Edge: generated code, which exports a guard for every schema here.
  const validators = (await import(pathToFileURL(path.join(out, 'validators/index.js')).href)) as Made['validators'];
  return { validators, models: path.join(out, 'schemas.ts') };
}

/** Every fixture and example, and each of their places broken once per schema. */
async function ownSamples(): Promise<Sample[]> {
  const generated = openGeneratedFolder('generated', process.cwd());
  const samples: Sample[] = [];
  const seen = new Set<string>();
  for (const { file } of findFiles(['test/fixtures', 'spec/examples'], { cwd: process.cwd() }).files) {
    const schema = schemaByPlace(file, generated.manifest)?.schema;
    const [read] = readFile(file, file);
    if (schema === undefined || !read?.ok) continue;
    const check = await loadCheck(schema, createSchemaReader(generated));
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
  const file = path.join(folder, `${path.basename(path.dirname(models))}-samples.ts`);
  const from = path.relative(folder, models.replace(/\.ts$/, '.js'));
  const lines = samples.map(
    ({ schema, value }, index) => `export const s${index}: m.${pascalCase(schema)} = ${JSON.stringify(value)};`,
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
