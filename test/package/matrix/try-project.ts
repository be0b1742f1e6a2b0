import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { programFiles, type Command, type Machine, type Project, type Row, type Source } from './project.js';

const run = promisify(execFile);

/** What a project is made of, and where. */
export interface Place {
  readonly folder: string;
  readonly tarballs: readonly string[];
  readonly machine: Machine;
  readonly apiUrl: string;
}

/** Writes a project, installs its packages with ours, and generates the folder. */
export async function makeProject(project: Project, place: Place): Promise<void> {
  const manifest = { name: project.name, private: true, ...project.manifest };
  const files = { 'package.json': JSON.stringify(manifest), ...programFiles(project), ...project.files };
  const hasFolder = project.sources.includes('folder');
  for (const [name, text] of Object.entries(files)) {
    if (name.includes('folder') && !hasFolder) continue;
    mkdirSync(path.dirname(path.join(place.folder, name)), { recursive: true });
    writeFileSync(path.join(place.folder, name), text);
  }
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  await runIn(place, ['npm', 'install', ...flags, ...place.tarballs, ...project.install]);
  const generate = ['generate', '--include', 'payments', '--out', 'src/iamport'];
  if (hasFolder) await runIn(place, ['node', 'node_modules/@iamport-kit/cli/bin/iamport-kit.js', ...generate]);
  for (const source of project.sources)
    for (const command of project.prepare?.(source) ?? []) await runIn(place, command);
}

/** Runs the commands of a row: what the last one printed. */
export async function tryRow(row: Row, source: Source, place: Place): Promise<string> {
  let output = '';
  for (const command of row.commands(source, place.machine)) output = await runIn(place, command);
  return output;
}

async function runIn({ folder, apiUrl }: Place, [name, ...args]: Command): Promise<string> {
  const program =
    name === 'node' ? process.execPath : name.startsWith('node_modules/') ? path.join(folder, name) : name;
  // Vitest says `test`, which Next.js does not build for.
  const env = { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', API_URL: apiUrl };
  const { stdout } = await run(program, args, { cwd: folder, env }).catch((error: unknown) => {
    const { stdout: out = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${name} ${args.join(' ')} failed:\n${out}${stderr}`);
  });
  return stdout;
}
