// What findings cost: `iamport-kit validate` beside ajv-cli on the same files, whole processes in turns.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { median, OURS, runProgram } from './run-program.mjs';

const PAIRS = 5;
const GENERATED = path.resolve('generated');

/** The rows of this bench. Ratios are of processor time: both programs are held up alike by whatever else runs. */
export async function measureFindings() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'iamport-kit-bench-'));
  try {
    const ajv = installAjv(folder);
    const sets = writeFiles(folder);
    return [...small(sets, ajv), ...large(sets, ajv), ...one(sets), ...limited(sets)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function small({ two }, ajv) {
  const { ratio, ours, theirs } = compare(runOurs(two), () => ajv('PaymentResponse', two));
  return [
    {
      name: 'validate 1,000 files with 2 findings each, by ajv-cli',
      value: ratio,
      atMost: 2,
      note: both(ours, theirs),
    },
  ];
}

function large({ large: files }, ajv) {
  const { ratio, ours, theirs, megabytes } = compare(runOurs(files), () => ajv('PaymentsResponse', files));
  return [
    { name: '100 files of 170 kB with 10,000 findings, by ajv-cli', value: ratio, atMost: 4, note: both(ours, theirs) },
    { name: '  peak memory, MB', value: megabytes, atMost: 200, note: '' },
  ];
}

function one({ single }) {
  const runs = Array.from({ length: PAIRS }, runOurs(single));
  return [
    {
      name: 'one finding in a file of 1.7 MB, processor time, s',
      value: median(runs.map(({ cpu }) => cpu)) / 1000,
      atMost: 0.5,
      note: '',
    },
  ];
}

/** Once five findings are shown, nothing but the verdict is left to find. */
function limited({ two, clean, large: files, largeClean }) {
  return [
    ['1,000 files', two, clean],
    ['100 files of 170 kB', files, largeClean],
  ].map(([name, faulty, valid]) => {
    const { ratio, ours, theirs } = compare(runOurs(faulty, ['--limit', '5']), runOurs(valid, [], 0));
    return {
      name: `--limit 5 on ${name}, by a clean run of the same`,
      value: ratio,
      atMost: 1.3,
      note: both(ours, theirs),
    };
  });
}

function runOurs(folder, flags = [], exitCode = 1) {
  return () => runProgram(OURS, ['validate', folder, '--generated', GENERATED, ...flags], { exitCode });
}

function compare(ours, theirs) {
  const pairs = Array.from({ length: PAIRS + 1 }, () => [ours(), theirs()]).slice(1);
  return {
    ratio: median(pairs.map(([a, b]) => a.cpu / b.cpu)),
    ours: median(pairs.map(([a]) => a.cpu)),
    theirs: median(pairs.map(([, b]) => b.cpu)),
    megabytes: Math.max(...pairs.map(([a]) => a.megabytes)),
  };
}

const both = (ours, theirs) => `${ours.toFixed(0)} ms, ${theirs.toFixed(0)} ms`;

/** The validator that a CI job would use otherwise, with our JSON Schemas. */
function installAjv(folder) {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', ['install', ...flags, 'ajv-cli@5.0.0', 'ajv-formats@3.0.1'], { cwd: folder, stdio: 'pipe' });
  const program = path.join(folder, 'node_modules/ajv-cli/dist/index.js');
  const settings = ['--spec=draft2020', '--strict=false', '--all-errors', '-c', 'ajv-formats'];
  return (schema, files) => {
    const what = ['-s', path.join(GENERATED, `schemas/${schema}.json`), '-d', `${files}/**/*.json`];
    return runProgram(program, ['validate', ...settings, ...what], { cwd: folder, exitCode: 1 });
  };
}

function writeFiles(folder) {
  const { response } = JSON.parse(readFileSync('test/fixtures/PaymentResponse/001.json', 'utf8'));
  const payment = (index, slips = {}) => ({ ...response, imp_uid: `imp_${100_000_000_000 + index}`, ...slips });
  const list = (length, slipsOf) => Array.from({ length }, (_, index) => payment(index, slipsOf(index)));
  const write = (set, count, responseOf) => {
    const schema = Array.isArray(responseOf(0)) ? 'PaymentsResponse' : 'PaymentResponse';
    const target = path.join(folder, set, schema);
    mkdirSync(target, { recursive: true });
    for (let index = 0; index < count; index += 1) {
      const answer = { code: 0, message: null, response: responseOf(index) };
      writeFileSync(path.join(target, `${index}.json`), `${JSON.stringify(answer, null, 2)}\n`);
    }
    return path.join(folder, set);
  };
  const text = { amount: '1004' };
  // 78 payments are 170 kB; with a second slip in every 22 of them, each file has 100 findings.
  const slips = (index) => (index < 22 ? { ...text, status: 'payed' } : text);
  return {
    clean: write('clean', 1000, (index) => payment(index)),
    two: write('two', 1000, (index) => payment(index, { ...text, status: 'payed' })),
    largeClean: write('large-clean', 100, () => list(78, () => ({}))),
    large: write('large', 100, () => list(78, slips)),
    single: write('single', 1, () => list(780, (index) => (index === 390 ? text : {}))),
  };
}
