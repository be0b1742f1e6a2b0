import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { median, OPENAPI_TYPESCRIPT, OURS, runProgram } from './run-program.mjs';

const ROUNDS = 5;
const WARM_UP = 4;
const SAVES = 20;

/** `generate` against the openapi-typescript CLI on the same document, in pairs: both of a pair meet the same noise. */
export function measureGenerator() {
  const folder = copyOfSpec();
  const ours = (...flags) => runProgram(OURS, ['generate', ...flags], { cwd: folder }).wall;
  ours();
  const kinds = { cold: ['--force'], unchanged: [], check: ['--check'] };
  const ratios = { cold: [], unchanged: [], check: [] };
  const times = { cold: [], unchanged: [], check: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const output = path.join(folder, 'types.ts');
    const theirs = runProgram(OPENAPI_TYPESCRIPT, [path.join(folder, 'generated/openapi.json'), '-o', output]).wall;
    times.theirs.push(theirs);
    for (const [kind, flags] of Object.entries(kinds)) {
      const time = ours(...flags);
      times[kind].push(time);
      ratios[kind].push(time / theirs);
    }
  }
  rmSync(folder, { recursive: true });
  const note = (kind) => `${median(times[kind]).toFixed(0)} ms against ${median(times.theirs).toFixed(0)} ms`;
  return [
    {
      name: 'generate, cold: times the openapi-typescript CLI',
      value: median(ratios.cold),
      atMost: 2,
      note: note('cold'),
    },
    {
      name: 'generate, unchanged: times that CLI',
      value: median(ratios.unchanged),
      atMost: 0.5,
      note: note('unchanged'),
    },
    {
      name: 'generate --check, unchanged: times that CLI',
      value: median(ratios.check),
      atMost: 0.5,
      note: note('check'),
    },
  ];
}

/** What people do to a schema, so that types, models, validators, schemas and the document change. */
const EDITS = [
  (text, save) => text.replace('description: ', `description: ${'Edited. '.repeat(save)}`),
  (text, save) =>
    text.replace('    imp_uid:\n', `    edited_${save}: { type: string, description: New. }\n    imp_uid:\n`),
];

/** Longest wait for an output, in milliseconds. */
const PATIENCE_MS = 60_000;

/** `generate --watch`: milliseconds from a save until the output is written, after some to warm up. */
export async function measureWatch() {
  const folder = copyOfSpec();
  const program = spawn(process.execPath, [OURS, 'generate', '--watch'], { cwd: folder });
  try {
    return await timeSaves(folder, program);
  } finally {
    program.kill('SIGINT');
    if (program.exitCode === null) await new Promise((resolve) => program.once('exit', resolve));
    rmSync(folder, { recursive: true });
  }
}

async function timeSaves(folder, program) {
  const file = path.join(folder, 'spec/schemas/payment.yaml');
  const text = readFileSync(file, 'utf8');
  const died = new Promise((_resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`generate --watch ended with ${code}`)));
  });
  died.catch(() => undefined);
  const nextLine = () => {
    const written = new Promise((resolve, reject) => {
      const timer = setTimeout(reject, PATIENCE_MS, new Error('generate --watch wrote nothing'));
      program.stdout.once('data', (data) => resolve((clearTimeout(timer), data)));
    });
    return Promise.race([written, died]);
  };
  await nextLine();
  const times = [];
  for (let save = 1; save <= WARM_UP + SAVES; save += 1) {
    const edited = EDITS[save % EDITS.length](text, save);
    if (edited === text) throw new Error('the edit changes nothing');
    const written = nextLine();
    const started = performance.now();
    writeFileSync(file, edited);
    await written;
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [
    {
      name: 'generate --watch: ms from a save to the output',
      value: median(times.slice(WARM_UP)),
      atMost: 400,
      note: `slowest ${Math.max(...times.slice(WARM_UP)).toFixed(0)}`,
    },
  ];
}

function copyOfSpec() {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  cpSync('spec', path.join(folder, 'spec'), { recursive: true });
  return folder;
}
