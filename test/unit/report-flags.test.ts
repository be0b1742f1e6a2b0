import { describe, expect, it } from 'vitest';

import { CATALOGUE } from '../../scripts/messages/catalogue.js';
import { everyEntry } from '../../scripts/messages/every-entry.js';
import { lintCommand } from '../../scripts/commands/lint.js';
import { commandHelp } from '../../scripts/commands/help.js';
import { readDestinations } from '../../scripts/commands/destinations.js';
import { readLanguage } from '../../scripts/messages/language.js';
import { displayWidth } from '../../scripts/report/display-width.js';
import { createProgress } from '../../scripts/report/progress.js';
import { omissions, summarise } from '../../scripts/report/summary.js';
import { readThreshold } from '../../scripts/commands/report-flags.js';
import { isFailure } from '../../scripts/report/threshold.js';

const flags = (given: Readonly<Record<string, readonly string[]>>) => ({
  text: (flag: string) => given[flag]?.at(-1),
  texts: (flag: string) => given[flag] ?? [],
  cwd: '/w',
});

describe('the language', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko' }, 'ko'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US', LC_MESSAGES: 'ko_KR' }, 'ko'],
    [{ LANG: 'ko_KR', LC_ALL: '' }, 'ko'],
  ] as const)('of %o is %s', (env, language) => {
    expect(readLanguage({ ...flags({}), env })).toBe(language);
    expect(readLanguage({ ...flags({ lang: ['en'] }), env })).toBe('en');
  });
});

describe('the destinations', () => {
  it('are standard output and files', () => {
    expect(readDestinations(flags({}))).toEqual({ stdout: 'pretty', files: [] });
    expect(readDestinations(flags({ format: ['github'], output: ['sarif=a=b.sarif', 'json=x/y.json'] }))).toEqual({
      stdout: 'github',
      files: [
        { format: 'sarif', file: '/w/a=b.sarif', shownAs: 'a=b.sarif' },
        { format: 'json', file: '/w/x/y.json', shownAs: 'x/y.json' },
      ],
    });
  });

  it.each([
    [{ format: ['json', 'sarif'] }, /only one format can be printed.*--output sarif=FILE/],
    [{ format: ['xml'] }, /unknown format "xml"; expected one of: pretty/],
    [{ output: ['out.sarif'] }, /--output expects FORMAT=FILE/],
    [{ output: ['json='] }, /--output expects FORMAT=FILE/],
    [{ output: ['xml=a'] }, /unknown format "xml"/],
    [{ output: ['json=a', 'sarif=./a'] }, /two reports would be written to \.\/a/],
  ])('refuse %o', (given, message) => {
    expect(() => readDestinations(flags(given))).toThrow(message);
  });
});

describe('the threshold', () => {
  it.each([
    [{}, 1, 0, true],
    [{}, 0, 9, false],
    [{ 'fail-on': ['warning'] }, 0, 1, true],
    [{ 'fail-on': ['warning'] }, 1, 0, true],
    [{ 'fail-on': ['none'] }, 5, 5, false],
    [{ 'fail-on': ['none'], 'max-warnings': ['4'] }, 0, 5, true],
    [{ 'max-warnings': ['0'] }, 0, 1, true],
    [{ 'max-warnings': ['1'] }, 0, 1, false],
  ])('%o with %i errors and %i warnings fails: %s', (given, errors, warnings, fails) => {
    const totals = { errors, warnings, shown: 0, files: 1, accepted: 0 };
    expect(isFailure(totals, readThreshold(flags(given)))).toBe(fails);
  });

  it.each([[{ 'fail-on': ['info'] }], [{ 'max-warnings': ['-1'] }], [{ 'max-warnings': ['many'] }]])(
    'refuses %o',
    (given) => {
      expect(() => readThreshold(flags(given))).toThrow(/expects/);
    },
  );
});

describe('progress', () => {
  function shown(isInteractive: boolean, language: 'en' | 'ko' = 'en'): string {
    let clock = 0;
    let text = '';
    const progress = createProgress({ isInteractive, stderr: (more) => (text += more) }, language, () => clock);
    for (let done = 1; done <= 5000; done += 1) {
      clock += 0.5;
      progress.update(done);
    }
    progress.stop();
    return text;
  }

  it('is shown after a second, at intervals, and removed', () => {
    const lines = shown(true).split('\r').slice(1);
    expect(lines[0]).toBe('2,000 documents checked');
    expect(lines.length).toBeLessThan(20);
    expect(shown(true)).toMatch(/\r +\r$/);
  });

  it('is removed whole, also where characters take two columns', () => {
    const [last = '', spaces = ''] = shown(true, 'ko').split('\r').slice(-3);
    expect(last).toMatch(/^문서 [\d,]+개 검사$/);
    expect(spaces).toBe(' '.repeat(displayWidth(last)));
  });

  it('is not shown without a terminal', () => {
    expect(shown(false)).toBe('');
  });
});

describe('the summary', () => {
  const totals = { errors: 1, warnings: 2, shown: 1, files: 2, accepted: 4 };
  const none = { errors: 0, warnings: 0, shown: 0, files: 0, accepted: 0 };
  it('counts in both languages', () => {
    const files = { files: 1200, documents: 1200, milliseconds: 90 };
    expect(summarise(totals, files, 'en')).toBe('3 problems in 2 of 1,200 files (0.09 s)\n');
    expect(summarise(totals, files, 'ko')).toBe('파일 1,200개 중 2개에서 문제 3건 (0.09초)\n');
    expect(summarise(none, files, 'en')).toBe('1,200 files valid (0.09 s)\n');
    expect(summarise(none, { document: 'a.yaml' }, 'ko')).toBe('a.yaml: 문제가 없습니다\n');
    expect(omissions(totals, 'en')).toBe('2 problems not shown\n4 more problems in the baseline\n');
    expect(omissions(none, 'ko')).toBe('');
  });
});

it('help fits the width of a terminal, in whole words', () => {
  const description = 'word '.repeat(60).trim();
  const flags = { long: { description: { en: description, ko: description } } };
  const command = { ...lintCommand, flags, usage: '', examples: [] };
  const rows = commandHelp(command, { language: 'en' }).split('\n');
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(110);
  expect(commandHelp(command, { language: 'en' }).match(/word/g)).toHaveLength(60);
});

describe('the catalogue', () => {
  it.each(Object.entries(everyEntry()))('describes %s in both languages', (_code, entry) => {
    for (const texts of [entry.title, entry.cause, entry.fix]) {
      expect(texts.en).toMatch(/[a-z]/);
      expect(texts.ko).toMatch(/[가-힣]/);
    }
  });

  it('has every entry of ours', () => {
    expect(Object.keys(everyEntry())).toEqual(expect.arrayContaining(Object.keys(CATALOGUE)));
  });
});
