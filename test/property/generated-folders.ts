import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { UsageError } from '../../scripts/messages/usage-error.js';
import { writeRunnable } from '../emitted-folder.js';
import { generateFrom } from '../generate-from.js';

/** What became of one spec: where it was refused, or the folder its output was written to. */
export type Outcome = { readonly refusedAt: string } | { readonly folder: string };

const OPTIONS = {
  ...{ target: 'ES2023', lib: ['ES2023', 'DOM', 'DOM.Iterable'], module: 'NodeNext', moduleResolution: 'NodeNext' },
  ...{ types: [], strict: true, exactOptionalPropertyTypes: true, noEmit: true, preserveSymlinks: true },
};

// Imports what each folder offers and watches what that does to the process it is in.
const IMPORTER = `
const faults = [];
const before = Object.getOwnPropertyNames(Object.prototype).length;
for (const folder of process.argv.slice(1)) {
  for (const file of ['index.js', 'validators/index.js']) {
    await import('file://' + folder + '/' + file).catch((error) => faults.push(folder + ': ' + error.stack));
    if ('canary' in globalThis || Object.getOwnPropertyNames(Object.prototype).length > before) faults.push(folder + ' ran');
  }
}
console.log(JSON.stringify(faults));
`;

/** A place where generated folders find the runtime as an installed package. */
export function createWorkshop(): string {
  const workshop = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  mkdirSync(path.join(workshop, 'node_modules/iamport-kit'), { recursive: true });
  cpSync('package.json', path.join(workshop, 'node_modules/iamport-kit/package.json'));
  symlinkSync(path.resolve('dist'), path.join(workshop, 'node_modules/iamport-kit/dist'));
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(path.resolve('node_modules', name), path.join(workshop, 'node_modules', name));
  writeFileSync(path.join(workshop, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    path.join(workshop, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, include: ['out/**/*.ts'] }),
  );
  return workshop;
}

/** Generates from a document. Anything thrown but a refusal is a fault of ours, and thrown on. */
export async function generateInto(workshop: string, name: string, document: object): Promise<Outcome> {
  return generateFromFiles(workshop, name, { 'spec.json': document });
}

/**
 * The same from several files, of which `spec.json` is the root and `overlay.json`, where there is one, an overlay; what is
 * text already is written as it is.
 */
export async function generateFromFiles(
  workshop: string,
  name: string,
  files: Readonly<Record<string, object | string>>,
): Promise<Outcome> {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workshop, file)), { recursive: true });
    writeFileSync(path.join(workshop, file), typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  }
  const overlays = 'overlay.json' in files ? [path.join(workshop, 'overlay.json')] : [];
  const result = await generateFrom(path.join(workshop, 'spec.json'), { overlays }).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  });
  if (typeof result === 'string') return { refusedAt: placeIn(result, workshop) ?? `no place: ${result}` };
  const [finding] = result.diagnostics;
  if (finding !== undefined) {
    const { file, line, column } = finding.at;
    return { refusedAt: `${path.relative(workshop, path.resolve(file))}:${line}:${column}` };
  }
  const folder = path.join(workshop, 'out', name);
  writeRunnable(result.files, folder);
  for (const { path: file, text } of result.files) if (file.endsWith('.json')) JSON.parse(text);
  return { folder };
}

/** `file:line:column`, the file as it is named in its spec. */
function placeIn(message: string, workshop: string): string | undefined {
  const [, file, place] = /([^\s(]+):(\d+:\d+)/.exec(message) ?? [];
  if (file === undefined || place === undefined) return undefined;
  const absolute = path.isAbsolute(file) ? file : path.resolve(file);
  return `${absolute.startsWith(workshop) ? path.relative(workshop, absolute) : file}:${place}`;
}

/** Compiles everything generated so far, and runs it; gives what is wrong, and clears up. */
export async function faultsIn(workshop: string, outcomes: readonly Outcome[]): Promise<string[]> {
  const folders = outcomes.flatMap((outcome) => ('folder' in outcome ? [outcome.folder] : []));
  const [compiled, imported] = await Promise.all([
    run([path.resolve('node_modules/typescript7/bin/tsc'), '-p', workshop, '--pretty', 'false']),
    run(['--disallow-code-generation-from-strings', '--input-type=module', '-e', IMPORTER, ...folders]),
  ]);
  const ran = imported.stdout === '' ? [imported.stderr] : (JSON.parse(imported.stdout) as string[]);
  rmSync(path.join(workshop, 'out'), { recursive: true, force: true });
  return [...compiled.stdout.split('\n').filter((line) => line !== ''), ...ran];
}

function run(args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
}
