import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parse } from 'yaml';

/** The parts of `action.yml` that a run needs. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export const ACTION = parse(readFileSync('action.yml', 'utf8')) as Action;

/** Where and how the action runs. `env` is what a job adds to the environment. */
export interface ActionRun {
  readonly workspace: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs the steps of the action as GitHub's runner does: those whose `if` holds, inputs filled into `env`, in bash, on
 * `GITHUB_OUTPUT`. Steps that use other actions are left out.
 */
export async function runAction(
  given: Readonly<Record<string, string>>,
  { workspace, env = {} }: ActionRun,
): Promise<ActionResult> {
  const inputs = new Map(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? '']));
  for (const [name, value] of Object.entries(given)) inputs.set(name, value);
  const scratch = mkdtempSync(path.join(tmpdir(), 'iamport-kit-action-'));
  const output = path.join(scratch, 'output');
  writeFileSync(output, '');
  const runner = {
    PATH: process.env.PATH ?? '',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    CI: 'true',
    ...env,
  };
  let result = { code: 0, stdout: '', stderr: '' };
  for (const step of ACTION.runs.steps) {
    if (step.run === undefined || !holds(step.if, inputs)) continue;
    const { code, stdout, stderr } = await runStep(step, inputs, { scratch, workspace, runner });
    result = { code, stdout: result.stdout + stdout, stderr: result.stderr + stderr };
    if (code !== 0) break;
  }
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
  rmSync(scratch, { recursive: true });
  return { ...result, outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string])) };
}

type Inputs = ReadonlyMap<string, string>;

/** The conditions that the action has: none, and that an input is not empty. */
function holds(condition: string | undefined, inputs: Inputs): boolean {
  if (condition === undefined) return true;
  const [, name] = /^inputs\.([\w-]+) != ''$/.exec(condition) ?? [];
  if (name === undefined) throw new Error(`a condition that this runner does not know: ${condition}`);
  return (inputs.get(name) ?? '') !== '';
}

interface Runner {
  readonly scratch: string;
  readonly workspace: string;
  readonly runner: Readonly<Record<string, string>>;
}

function runStep(
  step: Step,
  inputs: Inputs,
  { scratch, workspace, runner }: Runner,
): Promise<Omit<ActionResult, 'outputs'>> {
  const fill = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs.get(name) ?? '');
  const script = path.join(scratch, 'step.sh');
  writeFileSync(script, step.run ?? '');
  const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
  const options = { cwd: path.resolve(workspace, fill(step['working-directory'] ?? '.')), env: { ...runner, ...env } };
  return new Promise((resolve) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}
