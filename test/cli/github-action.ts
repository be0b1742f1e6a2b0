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

/** Runs the script of the action as GitHub's runner does: inputs filled into `env`, in bash, on `GITHUB_OUTPUT`. */
export async function runAction(
  given: Readonly<Record<string, string>>,
  workspace: string,
  bin = process.env.PATH ?? '',
): Promise<ActionResult> {
  const inputs = {
    ...Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default ?? ''])),
    ...given,
  };
  const fill = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name as keyof typeof inputs] ?? '');
  const step = ACTION.runs.steps.find(({ id }) => id === 'check')!;
  const scratch = mkdtempSync(path.join(tmpdir(), 'iamport-kit-action-'));
  const [script, output] = [path.join(scratch, 'step.sh'), path.join(scratch, 'output')];
  writeFileSync(script, step.run ?? '');
  writeFileSync(output, '');
  const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
  const cwd = path.resolve(workspace, fill(step['working-directory'] ?? '.'));
  const options = { cwd, env: { PATH: bin, GITHUB_OUTPUT: output, ...env } };
  const result = await new Promise<Omit<ActionResult, 'outputs'>>((resolve) => {
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
  const lines = readFileSync(output, 'utf8').split('\n').filter(Boolean);
  rmSync(scratch, { recursive: true });
  return { ...result, outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string])) };
}
