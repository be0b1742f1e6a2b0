import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runCli } from '../cli/run-cli.js';
import { makeAnswers, type Answer } from './answers.js';

// How often the program is wrong about secrets, in made-up answers of the API that are valid.

const [COUNT, SEED] = [1200, 20_261_126];
/** Most answers in a hundred that may have a finding where there is no secret, and secrets in a hundred without one. */
const [FALSE_ALARMS, MISSES] = [1, 2];

interface Diagnostic {
  readonly code: string;
  readonly severity: string;
  readonly at: { readonly file: string; readonly pointer: string; readonly line: number };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = ({ kind }: Answer, index: number): string => `${kind}/200.${String(index).padStart(4, '0')}.json`;

it(`is wrong in at most ${FALSE_ALARMS} % and ${MISSES} % of ${COUNT} answers`, async () => {
  const answers = makeAnswers(COUNT, SEED);
  answers.forEach((answer, index) => {
    const file = path.join(folder, fileOf(answer, index));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(answer.value, null, 1));
  });
  const { stdout, stderr } = await runCli(
    ['validate', '.', '--format', 'json', '--generated', path.resolve('generated')],
    folder,
  );
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const invalid = diagnostics.filter(({ code, severity }) => severity === 'error' && !code.startsWith('secret/'));
  expect(invalid.slice(0, 3)).toEqual([]);

  const secrets = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics.filter(({ code }) => code.startsWith('secret/')))
    secrets.set(diagnostic.at.file, [...(secrets.get(diagnostic.at.file) ?? []), diagnostic]);
  const alarms = answers.flatMap((answer, index) =>
    (secrets.get(fileOf(answer, index)) ?? [])
      .filter(({ at }) => !isAt(at.pointer, answer.planted?.pointer))
      .map(({ code, at }) => ({ code, at, value: answer.value })),
  );
  const missed = answers.filter(
    ({ planted, ...answer }, index) =>
      planted !== undefined &&
      !(secrets.get(fileOf(answer, index)) ?? []).some(
        ({ code, at }) => code === planted.code && isAt(at.pointer, planted.pointer),
      ),
  );
  const wrong = new Set(alarms.map(({ at }) => at.file)).size;
  const planted = answers.filter((answer) => answer.planted !== undefined).length;
  const [alarmRate, missRate] = [(100 * wrong) / COUNT, (100 * missed.length) / planted];
  console.log(
    `secrets: false alarms in ${wrong} of ${COUNT} answers (${alarmRate.toFixed(2)} %), ` +
      `${missed.length} of ${planted} secrets missed (${missRate.toFixed(2)} %)`,
  );
  if (process.env.SHOW !== undefined) console.log(JSON.stringify({ alarms, missed }, null, 1));
  expect(alarmRate).toBeLessThanOrEqual(FALSE_ALARMS);
  expect(missRate).toBeLessThanOrEqual(MISSES);
});

/** Names that are secrets are masked in pointers. */
function isAt(pointer: string, planted: string | undefined): boolean {
  if (planted === undefined) return false;
  return pointer === planted || (planted.includes('/names/') && pointer.includes('/names/'));
}
