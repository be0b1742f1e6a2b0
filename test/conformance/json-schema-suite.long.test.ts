import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import type { Generated } from '../../scripts/generate/pipeline.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { writeRunnable } from '../emitted-folder.js';
import { generateFrom } from '../generate-from.js';
import { DIFFERENCES, REFUSALS, type Difference } from './json-schema-differences.js';
import { asComponent, INSTALLED_DRAFT, readSuite, type SuiteGroup } from './json-schema-suite.js';

type Named = SuiteGroup & { readonly name: string };

/** A schema that `generate` refuses, and the code that it gives. */
interface Refused {
  readonly group: SuiteGroup;
  readonly code: string;
}

/** A case, and what the generated validator said about it. */
interface Judged {
  readonly where: string;
  readonly does: Difference['does'] | 'agrees' | 'contradicts itself';
}

async function generateOf(groups: readonly Named[], folder: string): Promise<Generated> {
  const spec = path.join(folder, 'spec.json');
  const schemas = Object.fromEntries(groups.map(({ name, schema }) => [name, asComponent(schema, name)]));
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } };
  writeFileSync(spec, JSON.stringify(document));
  return generateFrom(spec);
}

/** The code of the finding or error because of which a schema is refused. */
async function refusalOf(group: Named, folder: string): Promise<string | undefined> {
  try {
    return (await generateOf([group], folder)).diagnostics.find(({ severity }) => severity === 'error')?.code;
  } catch (error) {
    if (error instanceof UsageError) return error.code;
    throw error;
  }
}

/** Generates the validators of one file of the suite, in one document, and runs them. */
async function judgeFile(
  groups: readonly SuiteGroup[],
  folder: string,
): Promise<{ refused: Refused[]; judged: Judged[] }> {
  const named = groups.map((group, index): Named => ({ ...group, name: `Schema${index}` }));
  const codes = await Promise.all(named.map(async (group) => refusalOf(group, mkdtempSync(path.join(folder, 'one-')))));
  const refused = named.flatMap((group, index) => (codes[index] === undefined ? [] : [{ group, code: codes[index] }]));
  const sound = named.filter((_group, index) => codes[index] === undefined);
  if (sound.length === 0) return { refused, judged: [] };
  writeRunnable((await generateOf(sound, folder)).files, folder);
  const loaded: unknown = await import(pathToFileURL(path.join(folder, 'validators/index.js')).href);
  // Edge: generated code.
  const validators = loaded as Readonly<Record<string, (value: unknown) => unknown>>;
  return { refused, judged: sound.flatMap((group) => judge(group, validators)) };
}

function judge(group: Named, validators: Readonly<Record<string, (value: unknown) => unknown>>): Judged[] {
  return group.tests.map(({ description, data, valid }) => {
    const where = `${group.file} > ${group.description} > ${description}`;
    const isValid = validators[`is${group.name}`]!(data);
    const checked = validators[`check${group.name}`]!(data);
    if ((checked as { readonly ok: boolean }).ok !== isValid) return { where, does: 'contradicts itself' };
    return { where, does: isValid === valid ? 'agrees' : valid ? 'refuses' : 'accepts' };
  });
}

const covers = (difference: Difference, { where, does }: Judged): boolean =>
  does === difference.does && `${where} > `.startsWith(`${difference.where} > `);

describe.runIf(INSTALLED_DRAFT !== undefined)('the JSON Schema test suite', () => {
  const refused: Refused[] = [];
  const judged: Judged[] = [];

  it('goes through generate', { timeout: 300_000 }, async () => {
    for (const groups of readSuite(INSTALLED_DRAFT!).values()) {
      const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-suite-'));
      const result = await judgeFile(groups, folder);
      refused.push(...result.refused);
      judged.push(...result.judged);
      rmSync(folder, { recursive: true });
    }
    const agreed = judged.filter(({ does }) => does === 'agrees').length;
    console.log(
      `JSON Schema suite, ${INSTALLED_DRAFT!}: ${agreed} of ${judged.length} as the suite says, the others on purpose; ${refused.length} schemas refused on purpose`,
    );
    expect(judged.length).toBeGreaterThan(500);
  });

  it('every schema that is refused is refused on purpose', () => {
    const others = refused.filter(
      ({ group, code }) =>
        !REFUSALS.some((each) => each.code === code && each.contains.test(JSON.stringify(group.schema))),
    );
    expect(others.map(({ group, code }) => `${group.file} > ${group.description}: ${code}`)).toEqual([]);
  });

  it('every case that differs differs on purpose', () => {
    const others = judged.filter((each) => each.does !== 'agrees' && !DIFFERENCES.some((known) => covers(known, each)));
    expect(others).toEqual([]);
  });

  it('every difference on the list that the installed suite has a case for is still there', () => {
    const has = ({ where }: Difference): boolean => judged.some((each) => `${each.where} > `.startsWith(`${where} > `));
    const gone = DIFFERENCES.filter((known) => has(known) && !judged.some((each) => covers(known, each)));
    expect(gone).toEqual([]);
  });
});

it.runIf(INSTALLED_DRAFT === undefined)('says that the suite is not installed', () => {
  console.log(
    'JSON Schema suite: did not run. Install the Debian package json-schema-test-suite, or set JSON_SCHEMA_TEST_SUITE.',
  );
});
