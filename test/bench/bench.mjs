// Every ratio this project promises, measured in one run. `npm run bench`; exit 1 when a bar is missed.
import { readFileSync } from 'node:fs';
import os from 'node:os';

import { measureCalls } from './calls.mjs';
import { measureFindings } from './findings.mjs';
import { measureGenerator, measureWatch } from './generator.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLint } from './lint.mjs';
import { measureImport, measureInstall, measureNodes, measureTypeCheck } from './package.mjs';
import { measureSandbox } from './sandbox.mjs';
import { validateRows } from './validate.mjs';
import { measureSize, measureValidators } from './validators.mjs';
import { measureWide, measureWideGrowth } from './wide.mjs';

/** The command `validate`; rows without a bar explain the others. */
async function measureValidate() {
  const rows = await validateRows();
  return rows.map(({ name, value, bar = Infinity, unit }) => ({
    name: `${name}, ${unit}`,
    value,
    atMost: bar,
    note: '',
  }));
}

const SECTIONS = {
  calls: [measureCalls],
  validators: [measureValidators, measureSize],
  generator: [measureGenerator, measureWatch],
  growth: [measureGrowth],
  wide: [measureWide, measureWideGrowth],
  validate: [measureValidate],
  findings: [measureFindings],
  lint: [measureLint],
  sandbox: [measureSandbox],
  package: [measureImport, measureTypeCheck, measureInstall, measureNodes],
};

const print = (line) => console.log(line);
const [only] = process.argv.slice(2);

function printMachine() {
  const [{ model } = { model: 'unknown processor' }] = os.cpus();
  print(`Node ${process.version}, ${os.cpus().length} × ${model.trim()}, load ${os.loadavg()[0].toFixed(1)}`);
  const packages = ['openapi-typescript', 'typescript', 'ts-morph', '@redocly/openapi-core', 'ajv', 'zod', 'valibot'];
  const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
  print(`${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}\n`);
}

function judge({ name, value, atMost, atLeast = 0, note }) {
  const isMet = atMost === undefined ? value >= atLeast : value <= atMost;
  const isBar = atMost !== Infinity;
  const bar = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  print(
    `${isBar ? (isMet ? 'PASS' : 'FAIL') : '    '}  ${name.padEnd(60)} ${shown.padStart(7)}   ${isBar ? bar : ''}${note === '' ? '' : `   (${note})`}`,
  );
  return isMet;
}

printMachine();
let isEveryBarMet = true;
for (const [section, measures] of Object.entries(SECTIONS)) {
  if (only !== undefined && only !== section) continue;
  for (const measure of measures) for (const row of await measure(print)) isEveryBarMet = judge(row) && isEveryBarMet;
}
process.exitCode = isEveryBarMet ? 0 : 1;
