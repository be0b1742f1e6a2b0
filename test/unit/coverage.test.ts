import path from 'node:path';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { afterAll, describe, expect, it } from 'vitest';

import { readContract } from '../../scripts/coverage/contract.js';
import { coverageJson } from '../../scripts/coverage/coverage-run.js';
import { formatCoverageMarkdown, formatCoverageTable } from '../../scripts/coverage/format-coverage.js';
import { createRecorder, type CoveredDocument } from '../../scripts/coverage/recorder.js';
import { reportCoverage, type CoverageReport, readThresholds } from '../../scripts/coverage/report.js';
import type { Schema } from '../../scripts/json/schema.js';
import { openGeneratedFolder } from '../../scripts/validate/generated-folder.js';
import { ENVELOPE } from './coverage-schema.js';

const SCHEMAS: Readonly<Record<string, Schema>> = {
  Envelope: ENVELOPE,
  NewPet: { type: 'object', properties: { kind: { type: 'string', enum: ['cat', 'dog'] } } },
  Problem: { type: 'object', properties: { reason: { type: ['string', 'null'] } } },
};
const MANIFEST = {
  operations: {
    addPet: { request: 'NewPet', responses: { 200: 'Envelope' } },
    getPet: { responses: { 200: 'Envelope', '4XX': 'Problem' } },
    petDied: { webhook: 'NewPet', responses: {} },
  },
  schemas: Object.keys(SCHEMAS),
};
const DOCUMENT = {
  paths: {
    '/pets': { get: { operationId: 'getPet', tags: ['reading'] }, post: { operationId: 'addPet', tags: ['writing'] } },
  },
};

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-coverage-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, 'schemas'));
writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(DOCUMENT));
for (const [name, schema] of Object.entries(SCHEMAS))
  writeFileSync(path.join(folder, 'schemas', `${name}.json`), JSON.stringify(schema));

const contract = readContract(openGeneratedFolder(folder, folder));

function report(documents: readonly CoveredDocument[], minimum: readonly string[] = []): CoverageReport {
  const recorder = createRecorder(contract);
  documents.forEach((document) => recorder.add(document));
  return reportCoverage(contract, recorder.shown, readThresholds(minimum));
}

const cat: CoveredDocument = {
  operationId: 'getPet',
  status: '200',
  schema: 'Envelope',
  value: { code: 0, response: { kind: 'cat', colour: null, pg_provider: 'kcp', mother: null } },
};
const refusal: CoveredDocument = { ...cat, value: { code: 1, response: null } };
const lost: CoveredDocument = { operationId: 'getPet', status: '404', schema: 'Problem', value: { reason: 'gone' } };

describe('the report', () => {
  it('counts each column, a shared schema once in the total', () => {
    const { total, groups } = report([cat, refusal, lost]);
    expect(total).toEqual({
      operations: { covered: 1, total: 3, percent: 33.3 },
      requests: { covered: 0, total: 1, percent: 0 },
      outcomes: { covered: 3, total: 6, percent: 50 },
      enumMembers: { covered: 1, total: 6, percent: 16.6 },
      nullBranches: { covered: 3, total: 6, percent: 50 },
      providers: { covered: 1, total: 2, percent: 50 },
    });
    expect(groups.map(({ group, shares }) => [group, shares.outcomes.covered, shares.enumMembers.covered])).toEqual([
      ['reading', 3, 1],
      ['writing', 0, 0],
      ['webhooks', 0, 0],
    ]);
  });

  it('does not depend on the order of the fixtures', () => {
    expect(report([lost, refusal, cat])).toEqual(report([cat, refusal, lost]));
  });

  it('takes fixtures that belong to no operation', () => {
    const { total } = report([{ schema: 'NewPet', value: { kind: 'dog' } }]);
    expect([total.enumMembers.covered, total.operations.covered]).toEqual([1, 0]);
  });

  it('says what to record next, the most valuable first', () => {
    expect(
      report([cat])
        .next.slice(0, 8)
        .map(({ file, reason, shows }) => `${file}: ${reason}, ${shows.id}`),
    ).toEqual([
      'addPet/200.json: first answer, addPet 200',
      'petDied/webhook.json: first answer, petDied webhook',
      'addPet/200.refused.json: refusal, addPet 200 code≠0',
      'addPet/request.json: request, addPet request',
      'getPet/200.refused.json: refusal, getPet 200 code≠0',
      'addPet/request.kind-cat.json: part, NewPet.kind = cat',
      'addPet/request.kind-dog.json: part, NewPet.kind = dog',
      'getPet/200.kind-dog.json: part, Pet.kind = dog',
    ]);
    expect(report([cat]).next.map(({ file }) => file)).toContain('getPet/4XX.json');
    expect(report([cat, lost]).next.map(({ file }) => file)).not.toContain('getPet/4XX.json');
  });

  it('suggests each point that is missing exactly once, and nothing else', () => {
    const { next, total } = report([cat, refusal]);
    const missing = Object.values(total).reduce((sum, { covered, total: all }) => sum + all - covered, 0);
    // An operation without fixtures is missing itself, and is shown by its first answer.
    expect(next).toHaveLength(missing - (total.operations.total - total.operations.covered));
    expect(new Set(next.map(({ shows }) => shows.id)).size).toBe(next.length);
  });

  it('names the columns that are lower than wanted', () => {
    expect(report([cat], ['operations=33.4,outcomes=10', 'providers=50%']).below).toEqual([
      { dimension: 'operations', percent: 33.3, wanted: 33.4 },
    ]);
  });

  it.each(['operations', 'operations=', 'operations=101', 'operation=5', 'operations=-1', '', 'constructor=5'])(
    'refuses the threshold %j',
    (value) => {
      expect(() => readThresholds([value])).toThrow(/choose from operations, requests, outcomes/);
    },
  );
});

describe('for readers', () => {
  const paint = (_style: string, text: string): string => text;

  it('is a table with a row for each group', () => {
    expect(
      formatCoverageTable(report([cat]), { language: 'en', paint, root: 'fixtures' })
        .split('\n')
        .slice(0, 9),
    ).toEqual([
      'coverage  operations  requests  outcomes  enum members  null branches  providers',
      'reading     1/1 100%            1/3  33%      1/4  25%       2/6  33%   1/2  50%',
      'writing     0/1   0%  0/1   0%  0/2   0%      0/6   0%       0/4   0%   0/2   0%',
      'webhooks    0/1   0%            0/1   0%      0/2   0%',
      'total       1/3  33%  0/1   0%  1/6  16%      1/6  16%       2/6  33%   1/2  50%',
      '',
      'record next',
      '  fixtures/addPet/200.json               no answer of addPet yet',
      '  fixtures/petDied/webhook.json          no answer of petDied yet',
    ]);
  });

  it('keeps its columns in Korean', () => {
    const [head = '', row = ''] = formatCoverageTable(report([cat]), { language: 'ko', paint, root: 'fixtures' }).split(
      '\n',
    );
    const hangul = head.match(/[가-힣]/g) ?? [];
    expect(head.length + hangul.length).toBe(row.length);
  });

  it('is Markdown in which no text of the document becomes markup', () => {
    const [first = ''] = formatCoverageMarkdown(report([cat]), 'fixtures', 'en').split('\n');
    expect(first).toBe('| coverage | operations | requests | outcomes | enum members | null branches | providers |');
    const named = report([cat]);
    const [group] = named.groups;
    const hostile = { ...named, groups: [{ ...group!, group: 'a | <b>\n' }] };
    expect(formatCoverageMarkdown(hostile, 'fixtures', 'en')).toContain('\n| a \\| &lt;b>  | 1/1 100% |');
  });

  it('is JSON with every missing fixture', () => {
    const made = report([cat], ['outcomes=90']);
    expect(coverageJson(made, 'f')).toMatchObject({
      total: { operations: { covered: 1, total: 3, percent: 33.3 } },
      groups: [{ group: 'reading' }, { group: 'writing' }, { group: 'webhooks' }],
      next: made.next.map(({ file, shows }) => ({ file: `f/${file}`, column: shows.dimension, shows: shows.id })),
      below: [{ column: 'outcomes', percent: 16.6, wanted: 90 }],
    });
  });
});
