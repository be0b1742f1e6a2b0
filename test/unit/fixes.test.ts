import path from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { collectFiles, type CheckedDocument, type CollectedFile } from '../../scripts/fix/collected-file.js';
import { planFixes, fixesOf } from '../../scripts/fix/plan-fixes.js';
import { unifiedDiff } from '../../scripts/fix/unified-diff.js';
import { checkDocument } from '../../scripts/validate/check-document.js';
import { loadRules } from '../../scripts/validate/schema-rules.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { readFile } from '../../scripts/files/read-file.js';
import { parseText, prepareFormat } from '../../scripts/source/read-text.js';
import { applyEdits } from '../../scripts/source/text-edit.js';
import { checkText, rulesOf } from '../rules-of.js';

await prepareFormat('yaml');

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'fix-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rules = await loadRules(openGeneratedFolder('generated', process.cwd()), 'Payment');

function collect(name: string, text: string): CollectedFile[] {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const checked: CheckedDocument[] = [];
  for (const read of readFile(file, name))
    checked.push(
      read.ok
        ? {
            file: { file, shownAs: name },
            document: read.document,
            schema: rules.schema,
            found: checkDocument(read.document, rules),
          }
        : { file: { file, shownAs: name }, found: [read.diagnostic] },
    );
  return collectFiles(checked);
}

function fix(text: string, name = 'a.json'): string {
  const rewrites = planFixes(collect(name, text));
  return rewrites[0]?.after ?? text;
}

const IDS = '"imp_uid":"imp_1","merchant_uid":"o","amount":1,"cancel_amount":0,"currency":"KRW"';
const PAID = `${IDS},"status":"paid"`;

describe('--fix', () => {
  it.each([
    ['drops quotes around a number', `{${PAID},"card_quota": "12" }`, `{${PAID},"card_quota": 12 }`],
    ['drops quotes around a boolean', `{${PAID},"escrow":"true"}`, `{${PAID},"escrow":true}`],
    [
      'adds quotes to a number',
      `{${IDS.replace('"o"', '1004')},"status":"paid"}`,
      `{${IDS.replace('"o"', '"1004"')},"status":"paid"}`,
    ],
    [
      'adds quotes to one that loses digits',
      `{${IDS.replace('"o"', '20231114000000012345')},"status":"paid"}`,
      `{${IDS.replace('"o"', '"20231114000000012345"')},"status":"paid"}`,
    ],
    ['writes the only near member', `{${IDS},"status":"payed"}`, `{${PAID}}`],
    ['turns milliseconds into seconds', `{${PAID},"paid_at":1648344363999}`, `{${PAID},"paid_at":1648344363}`],
    ['corrects a misspelt key', `{${PAID.replace('amount', 'ammount')}}`, `{${PAID}}`],
    ['corrects one that is optional', `{${PAID},"card_quoat":1}`, `{${PAID},"card_quota":1}`],
    [
      'drops a duplicate that says the same',
      `{${PAID},\n  "escrow": true,\n  "escrow": true\n}`,
      `{${PAID},\n  "escrow": true\n}`,
    ],
    ['several at once', `{${IDS},"card_quota":"1","status":"payed"}`, `{${IDS},"card_quota":1,"status":"paid"}`],
  ])('%s', (_title, text, want) => {
    expect(fix(text)).toBe(want);
    expect(fix(want)).toBe(want);
  });

  it.each([
    ['a number that would lose digits', `{${PAID},"card_quota":"12345678901234567890"}`],
    ['a decimal where an integer belongs', `{${PAID},"card_quota":"1.5"}`],
    ['text that is no number', `{${PAID},"card_quota":"1,004"}`],
    ['a member that is far from all', `{${IDS},"status":"xyz"}`],
    ['a key whose right name is there already', `{${PAID},"card_quota":1,"card_quoat":2}`],
    ['two keys that may both be it', `{${PAID},"card_quoat":1,"card_qouta":2}`],
    ['duplicates that differ', `{${PAID},"escrow":true,"escrow":false}`],
    ['milliseconds of nowhere', `{${PAID},"paid_at":999999999999999}`],
    ['a file that cannot be parsed', `{${PAID},"card_quota":"1004"`],
    ['what is right', `{ ${PAID} ,"card_quota":1e1}`],
  ])('leaves %s', (_title, text) => expect(fix(text)).toBe(text));

  it.each<[title: string, members: readonly unknown[], text: string, want: string]>([
    ['has a comma', ['ready, set', 'reads'], '{"state":"readz"}', '{"state":"reads"}'],
    ['is meant to have a comma', ['ready, set', 'gone'], '{"state":"ready; set"}', '{"state":"ready, set"}'],
    ['has quotes of its own', ['"ready"', 'gone'], '{"state":"\\"redy\\""}', '{"state":"\\"ready\\""}'],
    ['is Korean', ['결제완료', '대기'], '{"state":"결재완료"}', '{"state":"결제완료"}'],
    ['is a number among texts', [1, 'paid'], '{"state":"payd"}', '{"state":"paid"}'],
  ])('writes a member where one %s', (_title, members, text, want) => {
    const schema = { type: 'object', properties: { state: { enum: members } } };
    const [document] = parseText({ file: 'a.json', text, firstLine: 1 }, 'json');
    if (document?.ok !== true) throw new Error('not a document');
    const [found] = checkText(text, rulesOf(schema));
    const edits = fixesOf(found!, { document: document.document, schema });
    expect(applyEdits(text, edits)).toBe(want);
  });

  it('leaves every other byte as it is', () => {
    const text = `\ufeff{\r\n\t${PAID} ,  "custom_data":"\\u00e9\\/", "card_quota" :"12"\r\n}\r\n\r\n`;
    expect(fix(text)).toBe(text.replace('"12"', '12'));
    const yaml =
      '# c\nimp_uid: imp_1 # d\nmerchant_uid: o\namount: 1\ncancel_amount: "0"\ncurrency: KRW\nstatus: payed\n';
    expect(fix(yaml, 'a.yaml')).toBe(yaml.replace('payed', 'paid').replace('"0"', '0'));
    const lines = `{${PAID}}\n{${IDS},"status":"payed"}\n`;
    expect(fix(lines, 'a.ndjson')).toBe(lines.replace('payed', 'paid'));
  });

  it('corrects both findings, and shows no secret', () => {
    const files = collect(
      'a.json',
      `{\n${IDS},\n"card_quota":"4364201234567895",\n"buyer_tel":"010-9876-5432",\n"status":"payed"\n}`,
    );
    const rewrites = planFixes(files);
    expect(files[0]!.documents[0]!.found.map(({ code }) => code).sort()).toEqual(['fixture/enum', 'fixture/type']);
    expect(rewrites[0]!.edits.map(({ content }) => content)).toHaveLength(2);
    const diff = unifiedDiff(rewrites[0]!, { isMadeUp: false });
    expect(diff).toContain('-"status":"payed"\n+"status":"paid"\n');
    expect(diff).toContain('"buyer_tel":"•••••••••••••"');
    expect(diff).not.toMatch(/43642012|0123456|9876/);
  });

  it('shows no secret of a document beside the one that it corrects', () => {
    const lines = `{${PAID},"buyer_name":"HongGilsun","name":"HongGilsun"}\n{${IDS},"status":"payed"}\n`;
    const diff = unifiedDiff(planFixes(collect('a.ndjson', lines))[0]!, { isMadeUp: false });
    expect(diff).not.toContain('HongGilsun');
    expect(diff).toContain('"status":"paid"');
  });
});
