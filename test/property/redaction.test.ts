import path from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { collectFiles } from '../../scripts/fix/collected-file.js';
import { planRedaction } from '../../scripts/fix/plan-redaction.js';
import { applyEdits, type TextEdit } from '../../scripts/source/text-edit.js';
import { placedScalars, type PlacedScalar } from '../../scripts/secrets/placed-scalars.js';
import { loadRules, type SchemaRules } from '../../scripts/validate/schema-rules.js';
import { schemaByPlace } from '../../scripts/validate/convention.js';
import type { SourceDocument } from '../../scripts/source/document.js';
import { findFiles } from '../../scripts/files/find-files.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { readFile } from '../../scripts/files/read-file.js';

// Every fixture and example with real-looking values wherever the schema says that somebody's may stand.

const REAL: Readonly<Record<string, string>> = {
  'card-number': '4364201234567895',
  phone: '010-9876-5432',
  email: 'kim.cheolsu@naver.com',
  'resident-number': '880515-2345678',
  'identity-key': `${'aB3dE6gH9jK1mN4pQ7sT'.repeat(5).slice(0, 86)}==`,
  token: '5e1b0c9d7f3a2846e9d0c1b2a3f4857669788796',
  key: '5871423690871423',
  secret: 'q9w8e7r6t5y4u3i2o1p0a9s8d7f6g5h4j3k2l1z0x9c8v7b6n5m4',
  name: '김철수',
  address: '서울특별시 강남구 테헤란로 152',
  birth: '1988-05-15',
  'account-number': '110-345-678912',
  'identity-number': '8805152345678',
  'ip-address': '211.234.10.9',
};

const generated = openGeneratedFolder('generated', process.cwd());
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'redaction-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** A value of the same kind; for the day of birth in the same notation. */
function realFor({ sensitive, text, isNumber, place }: PlacedScalar): string | undefined {
  if (sensitive === undefined || isNumber || place === 'key' || text === '') return undefined;
  if (sensitive === 'birth' && /^\d+$/.test(text)) return text.length === 6 ? '880515' : '19880515';
  return REAL[sensitive];
}

function only(file: string): SourceDocument | undefined {
  const [read] = [...readFile(file, path.basename(file))];
  return read?.ok === true ? read.document : undefined;
}

/** The text with real-looking values in it, as far as it stays valid. */
function withRealValues(document: SourceDocument, { schema, check }: SchemaRules): string {
  const edits: TextEdit[] = [];
  for (const scalar of placedScalars(document, schema)) {
    const content = realFor(scalar);
    if (content === undefined) continue;
    const edit = { offset: scalar.offset, length: scalar.length, content };
    const tried = applyEdits(document.text, [...edits, edit]);
    if (check(JSON.parse(tried)).length === 0) edits.push(edit);
  }
  return applyEdits(document.text, edits);
}

it('makes no valid fixture invalid', async () => {
  const broken: string[] = [];
  let redacted = 0;
  for (const { file, shownAs } of findFiles(['spec/examples', 'test/fixtures'], { cwd: process.cwd() }).files) {
    const named = schemaByPlace(file, generated.manifest);
    const document = only(file);
    if (named === undefined || document === undefined) continue;
    const rules = await loadRules(generated, named.schema);
    if (rules.check(document.value).length > 0) continue;
    const target = path.join(folder, 'a.json');
    writeFileSync(target, withRealValues(document, rules));
    const real = only(target);
    const checked = {
      file: { file: target, shownAs },
      schema: rules.schema,
      found: [],
      ...(real && { document: real }),
    };
    for (const { after, edits } of planRedaction(collectFiles([checked]))) {
      redacted += edits.length;
      const issues = rules.check(JSON.parse(after));
      if (issues.length > 0) broken.push(`${shownAs}${issues[0]!.pointer}: ${issues[0]!.message}`);
    }
  }
  expect(broken).toEqual([]);
  expect(redacted).toBeGreaterThan(100);
});
