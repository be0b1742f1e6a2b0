import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv, type AnySchemaObject } from 'ajv';
import { describe, expect, it } from 'vitest';

import { everyEntry } from '../../scripts/messages/every-entry.js';
import type { Diagnostic } from '../../scripts/messages/diagnostic.js';
import type { RedoclyFacts } from '../../scripts/messages/redocly.js';
import { FORMATS, formatName } from '../../scripts/report/formats/formats.js';
import type { Report } from '../../scripts/report/report.js';
import { sha256 } from '../../scripts/commands/open-reporter.js';
import { reportedOf } from '../../scripts/report/reported.js';

const at = { file: 'a/b.json', pointer: '/x', line: 2, column: 3 };
const plain: Diagnostic = {
  code: 'fixture/syntax',
  severity: 'error',
  values: { problem: 'no' },
  at,
};

// Everything that means something in some format, a terminal or a workflow.
const NASTY = 'a%b\r\n::set-env::,:<x a="\'">&|`*_[l](//e)\\ @you https://x\u0000\u001b[31m\u202e\ufffe\ud800 한글';
const nasty: Diagnostic = {
  ...plain,
  severity: 'warning',
  values: { problem: NASTY },
  at: { ...at, file: `d:${NASTY}.json`, pointer: `/${NASTY}`, length: 4 },
};

// Any text, as the message of a finding.
const say = ({ problem }: RedoclyFacts): string => problem;
const entries = everyEntry();
const saying = { ...entries, 'fixture/syntax': { ...entries['fixture/syntax']!, message: { en: say, ko: say } } };

function reportOf(found: readonly Diagnostic[], more: Partial<Report> = {}): Report {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const totals = { errors, warnings: found.length - errors, shown: found.length, files: 1, accepted: 0 };
  const rest = { language: 'en', summary: 'S\n', paint: (_: unknown, text: string) => text, version: '1.2.3' } as const;
  return {
    findings: reportedOf(found, { language: 'en', entries: saying, sha256 }),
    totals,
    entries,
    ...rest,
    ...more,
  };
}

async function write(format: keyof typeof FORMATS, report: Report): Promise<string> {
  return (await FORMATS[format]())(report);
}

function sarifSchema(): AnySchemaObject {
  const schema = JSON.parse(readFileSync('test/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as AnySchemaObject;
  // Draft 4, of which it uses nothing that later drafts read otherwise but the names of two keywords.
  delete schema.id;
  return { ...schema, $schema: 'http://json-schema.org/draft-07/schema#' };
}

describe.each(Object.keys(FORMATS).map(formatName))('%s', (name) => {
  it('writes no control sequences and no workflow commands from the input', async () => {
    const text = await write(name, reportOf([nasty]));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800]/u);
    expect(text).not.toMatch(/^::set-env/m);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is a pure function', async () => {
    expect(await write(name, reportOf([plain, nasty]))).toBe(await write(name, reportOf([plain, nasty])));
  });

  it('reports a clean run', async () => {
    const clean = await write(name, reportOf([]));
    expect(clean).toEqual(
      {
        pretty: 'S\n',
        compact: 'S\n',
        markdown: 'S\n',
        github: '',
        json: `${JSON.stringify(
          {
            diagnostics: [],
            summary: { errors: 0, warnings: 0, accepted: 0, filesWithFindings: 1 },
            versions: { tool: '1.2.3' },
          },
          null,
          2,
        )}\n`,
        codeclimate: '[]\n',
        checkstyle: '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n',
        junit:
          '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iamport-kit" tests="1" failures="0">\n  <testsuite name="iamport-kit" tests="1" failures="0" errors="0" skipped="0">\n    <testcase classname="iamport-kit" name="clean"/>\n  </testsuite>\n</testsuites>\n',
        sarif: expect.stringContaining('"results": []') as string,
      }[name],
    );
  });
});

describe('formats for programs', () => {
  it('is valid SARIF 2.1.0', async () => {
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema());
    for (const found of [[], [plain], [plain, plain, nasty]]) {
      const log: unknown = JSON.parse(await write('sarif', reportOf(found)));
      expect({ valid: validate(log), errors: validate.errors }).toEqual({ valid: true, errors: null });
    }
    expect(validate({ version: '2.1.0' })).toBe(false);
  });

  it('has rules, places and fingerprints in SARIF', async () => {
    const text = await write('sarif', reportOf([plain, plain]));
    const { runs } = JSON.parse(text) as { runs: { tool: { driver: { rules: object[] } }; results: object[] }[] };
    expect(runs[0]!.tool.driver.rules).toEqual([
      expect.objectContaining({ id: 'fixture/syntax', helpUri: expect.stringMatching(/^https:/) as string }),
    ]);
    const prints = runs[0]!.results.map((result) => (result as { partialFingerprints: object }).partialFingerprints);
    expect(new Set(prints.map((print) => JSON.stringify(print))).size).toBe(2);
    expect(runs[0]!.results[0]).toMatchObject({
      ruleIndex: 0,
      level: 'error',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'a/b.json' }, region: { startLine: 2, startColumn: 3 } } },
      ],
    });
  });

  it('is JSON that matches its schema, with all findings', async () => {
    const schema = JSON.parse(readFileSync('scripts/report/report.schema.json', 'utf8')) as AnySchemaObject;
    const validate = new Ajv2020().compile(schema);
    const totals = { errors: 5, warnings: 0, shown: 1, files: 1, accepted: 0 };
    for (const report of [reportOf([]), reportOf([plain, nasty]), reportOf([plain], { totals })]) {
      const value: unknown = JSON.parse(await write('json', report));
      expect({ valid: validate(value), errors: validate.errors }).toEqual({ valid: true, errors: null });
    }
    const { diagnostics } = JSON.parse(await write('json', reportOf([nasty]))) as { diagnostics: Diagnostic[] };
    expect(diagnostics[0]!.at.file).toBe(nasty.at.file);
    expect(validate({ diagnostics: [{ ...plain, at: {} }] })).toBe(false);
  });

  it('escapes workflow commands', async () => {
    const file = { ...plain, at: { ...at, file: 'a,b:c%.json' } };
    expect(await write('github', reportOf([file]))).toBe(
      '::error file=a%2Cb%3Ac%25.json,line=2,col=3,title=fixture/syntax::no\n',
    );
  });

  it('has a different Code Climate fingerprint for each finding', async () => {
    const issues = JSON.parse(await write('codeclimate', reportOf([plain, plain]))) as { fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(issues[0]).toMatchObject({
      check_name: 'fixture/syntax',
      severity: 'major',
      location: { path: 'a/b.json' },
    });
  });

  it.each(['junit', 'checkstyle'] as const)('is well-formed XML: %s', async (name) => {
    const text = await write(name, reportOf([plain, nasty]));
    const bare = text.replace(/<\?xml[^>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>/g, '');
    expect(bare).not.toMatch(/[<"]/);
    expect(text.replace(/&(amp|lt|gt|quot|apos|#10);/g, '')).not.toContain('&');
  });

  it('fails a JUnit case for errors only', async () => {
    const text = await write('junit', reportOf([plain, nasty]));
    expect(text).toContain('<testsuites name="iamport-kit" tests="2" failures="1">');
    expect(text.match(/<failure /g)).toHaveLength(1);
  });
});

describe('formats for readers', () => {
  it('escapes markdown tables', async () => {
    const row = (await write('markdown', reportOf([nasty]))).split('\n')[2]!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    expect(row).not.toMatch(/<x|(?<!\\)[`[\]]|@you/);
  });

  it('shows a frame with carets under Korean text, and the fix', async () => {
    const excerpt = { firstLine: 9, lines: ['{', '  "이름": 10 }'] };
    const framed = { ...plain, excerpt, at: { ...at, line: 10, column: 9, length: 2 } };
    const [finding] = reportedOf([framed], { language: 'en', entries: saying, sha256 });
    const text = await write('pretty', { ...reportOf([]), findings: [{ ...finding!, hint: 'write 11' }] });
    expect(text).toBe(
      [
        'a/b.json:10:9  error  fixture/syntax',
        '  no',
        '',
        '   9 | {',
        '  10 |   "이름": 10 }',
        '     |           ^^',
        '',
        '  → write 11',
        '',
        'S',
        '',
      ].join('\n'),
    );
  });

  it('prints compact lines for grep', async () => {
    expect(await write('compact', reportOf([plain]))).toBe('a/b.json:2:3: error: no [fixture/syntax]\nS\n');
  });
});
