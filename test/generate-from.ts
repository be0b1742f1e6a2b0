import path from 'node:path';

import { loadSpec } from '../scripts/generate/load.js';
import { generate, type Generated } from '../scripts/generate/pipeline.js';

/** Runs the whole pipeline on a spec, in memory, as a backend would: with an entry. */
export async function generateFrom(spec: string, include: readonly string[] = []): Promise<Generated> {
  const file = path.resolve(spec);
  return generate(await loadSpec(file, spec), { include, hasEntry: true, cwd: process.cwd() });
}

/** The text of one generated file. */
export function fileText({ files }: Generated, name: string): string {
  const file = files.find(({ path: candidate }) => candidate === name);
  if (file === undefined)
    throw new Error(`${name} was not generated; there is ${files.map((each) => each.path).join(', ')}`);
  return file.text;
}
