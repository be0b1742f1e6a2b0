import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchemaObject } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openBaseline, type Baseline } from '../../scripts/report/baseline/baseline.js';
import { placeOf } from '../../scripts/commands/baseline-flags.js';
import { sha256 } from '../../scripts/commands/open-reporter.js';
import { fingerprintOf } from '../../scripts/report/baseline/fingerprint.js';
import { updateBaseline, type BaselineUpdate } from '../../scripts/report/baseline/update-baseline.js';
import type { Diagnostic } from '../../scripts/messages/diagnostic.js';
import { UsageError } from '../../scripts/messages/usage-error.js';

const TODAY = '2026-11-21';
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  writeFileSync(path.join(cwd, 'a.json'), '{}');
});
afterEach(() => rmSync(cwd, { recursive: true }));

function found(pointer: string, more: Partial<Diagnostic> = {}, line = 1): Diagnostic {
  const at = { file: 'a.json', pointer, line, column: line };
  return { code: 'fixture/type', severity: 'error', at, ...more };
}

function open(today = TODAY, from = cwd): Baseline {
  const file = path.join(cwd, 'base.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return openBaseline({ shownAs: 'base.json', text, sha256, ...placeOf(file, from) }, today);
}

const scanned = (...files: string[]) => ({
  files: new Set(files.map((file) => path.join(cwd, file))),
  covers: () => true,
});

/** Runs over some findings and writes those that are new. */
function update(
  diagnostics: readonly Diagnostic[],
  reason: string | undefined,
  until?: string,
): Omit<BaselineUpdate, 'text'> {
  const baseline = open();
  const left = diagnostics.filter((diagnostic) => !baseline.accepts(diagnostic));
  const { text, ...counts } = updateBaseline(baseline, left, { scanned: scanned('a.json'), excuse: { reason, until } });
  if (text !== undefined) writeFileSync(path.join(cwd, 'base.json'), text);
  return counts;
}

/** How many of some findings are reported, and how many entries are called unused. */
function run(diagnostics: readonly Diagnostic[], today = TODAY): [reported: number, unused: number] {
  const baseline = open(today);
  const left = diagnostics.filter((diagnostic) => !baseline.accepts(diagnostic));
  return [left.length, baseline.unused(scanned('a.json')).length];
}

describe('a fingerprint', () => {
  it('does not depend on lines or array positions', () => {
    const first = fingerprintOf(found('/list/3/amount'), sha256);
    expect(fingerprintOf(found('/list/0/amount', {}, 99), sha256)).toBe(first);
    expect(fingerprintOf(found('/list/0/currency'), sha256)).not.toBe(first);
    expect(fingerprintOf(found('/list/3/amount', { code: 'fixture/enum' }), sha256)).not.toBe(first);
  });

  // What is in the baselines of others: these must never change.
  it.each<[title: string, diagnostic: Diagnostic, want: string]>([
    [
      'a list',
      found('', { code: 'fixture/any-of', values: { name: '', properties: ['imp_uid', 'merchant_uid'] } }),
      'c0237f7a7e5c1baa',
    ],
    ['a property', found('/list/0', { code: 'fixture/required', values: { property: 'amount' } }), 'ec8bfaed8c090db3'],
    [
      'an invariant',
      found('/amount', { code: 'fixture/invariant', values: { id: 'adds-up', check: 'a == b' } }),
      '7baf61898294de34',
    ],
    [
      'nothing else',
      found('/status', { code: 'fixture/enum', values: { name: 'status', allowed: ['paid', 1] } }),
      '14ea5eb58708bdcd',
    ],
  ])('of a finding about %s stays the same', (_title, diagnostic, want) => {
    expect(fingerprintOf(diagnostic, sha256)).toBe(want);
  });

  it('does not depend on array positions in values', () => {
    const named = (name: string): string =>
      fingerprintOf(found('/list/3', { values: { name, allowed: name } }), sha256);
    expect(named('list[3]')).toBe(named('list[4]'));
  });

  it('distinguishes two missing properties and two statuses', () => {
    expect(fingerprintOf(found('', { values: { property: 'a' } }), sha256)).not.toBe(
      fingerprintOf(found('', { values: { property: 'b' } }), sha256),
    );
    const status = (code: string): string => fingerprintOf(found(`/paths/~1a/get/responses/${code}/content`), sha256);
    expect(status('200')).not.toBe(status('404'));
  });
});

describe('a baseline', () => {
  it('accepts one finding per entry: two problems at one place need two', () => {
    expect(update([found('/a'), found('/a')], 'old')).toEqual({ entries: 2, added: 2, removed: 0 });
    expect(run([found('/a'), found('/a')])).toEqual([0, 0]);
    expect(run([found('/a'), found('/a'), found('/a')])).toEqual([1, 0]);
    expect(run([found('/a')])).toEqual([0, 1]);
  });

  it('is not affected by edits above', () => {
    update([found('/list/0/a', {}, 5)], 'old');
    expect(run([found('/list/1/a', {}, 50)])).toEqual([0, 0]);
  });

  it('accepts a finding through the last day of its entry', () => {
    update([found('/a')], 'old', TODAY);
    expect(run([found('/a')], TODAY)).toEqual([0, 0]);
    expect(run([found('/a')], '2026-11-22')).toEqual([1, 0]);
  });

  it('reports an unused entry, unless its file was not checked', () => {
    update([found('/a'), found('/b')], 'old');
    const baseline = open();
    baseline.accepts(found('/a'));
    expect(baseline.unused(scanned())).toEqual([]);
    expect(baseline.unused({ ...scanned('a.json'), covers: () => false })).toEqual([]);
    const [unused] = baseline.unused(scanned('a.json'));
    expect(unused).toMatchObject({ code: 'baseline/unused', severity: 'error', at: { file: 'base.json', line: 11 } });
  });

  it('reports an entry whose file no longer exists', () => {
    update([found('/a')], 'old');
    rmSync(path.join(cwd, 'a.json'));
    expect(open().unused(scanned())).toHaveLength(1);
  });

  it('keeps reasons, removes unused entries, and keeps those of other files', () => {
    update([found('/a'), found('/b')], 'old');
    const elsewhere = { ...found('/z'), at: { ...found('/z').at, file: 'z.json' } };
    writeFileSync(path.join(cwd, 'z.json'), '{}');
    update([found('/a'), found('/b'), elsewhere], 'other', '2027-01-31');
    expect(update([found('/b'), found('/c')], 'new')).toEqual({ entries: 3, added: 1, removed: 1 });
    const { entries } = JSON.parse(readFileSync(path.join(cwd, 'base.json'), 'utf8')) as { entries: object[] };
    expect(entries).toMatchObject([
      { file: 'a.json', pointer: '/b', reason: 'old' },
      { file: 'a.json', pointer: '/c', reason: 'new' },
      { file: 'z.json', reason: 'other', until: '2027-01-31' },
    ]);
  });

  it('needs a reason for new findings only', () => {
    expect(() => update([found('/a')], undefined)).toThrow(UsageError);
    expect(() => update([found('/a')], '  ')).toThrow(/--reason/);
    update([found('/a')], 'old');
    expect(update([found('/a')], undefined)).toEqual({ entries: 1, added: 0, removed: 0 });
  });

  it('applies from any working directory', () => {
    update([found('/a')], 'old');
    const inner = path.join(cwd, 'inner');
    mkdirSync(inner);
    const baseline = open(TODAY, inner);
    expect(baseline.accepts({ ...found('/a'), at: { ...found('/a').at, file: '../a.json' } })).toBe(true);
  });

  it('matches its schema when written', () => {
    update([found('/a')], 'old', '2027-01-31');
    const schema = JSON.parse(readFileSync('scripts/report/baseline.schema.json', 'utf8')) as AnySchemaObject;
    const validate = new Ajv2020({ validateFormats: false }).compile(schema);
    expect(validate(JSON.parse(readFileSync(path.join(cwd, 'base.json'), 'utf8')))).toBe(true);
  });

  it.each([
    ['no JSON', '{', /base\.json:1:2 is not JSON/],
    ['another file', '{}', /is not a baseline/],
    ['an entry without reason', entry({ reason: undefined }), /entry 1 has no "reason"/],
    ['an entry with an empty reason', entry({ reason: ' ' }), /empty "reason"/],
    ['a day that is none', entry({ until: '2026-02-30' }), /entry 1 has an "until"/],
    ['an unknown key', entry({ expires: 'x' }), /unknown "expires"/],
    ['no object', '{ "version": 1, "entries": [1] }', /entry 1 is not an object/],
  ])('refuses %s', (_title, text, message) => {
    writeFileSync(path.join(cwd, 'base.json'), text);
    expect(() => open()).toThrow(UsageError);
    expect(() => open()).toThrow(message);
  });
});

function entry(more: object): string {
  const whole = { code: 'c', file: 'a.json', pointer: '', fingerprint: '0', reason: 'r', ...more };
  return JSON.stringify({ version: 1, entries: [whole] });
}
