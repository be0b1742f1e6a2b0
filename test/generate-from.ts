import path from 'node:path';

import { loadSpec } from '../scripts/files/load-spec.js';
import { generate, type Generated, type GenerateOptions } from '../scripts/generate/pipeline.js';

type FromOptions = Partial<Pick<GenerateOptions, 'include' | 'overlays' | 'strictReadOnly'>>;

/** Runs the whole pipeline on a spec, in memory, as a backend would: with an entry. */
export async function generateFrom(
  spec: string,
  { include = [], overlays = [], strictReadOnly = false }: FromOptions = {},
): Promise<Generated> {
  const loaded = await loadSpec(path.resolve(spec), spec, { files: overlays });
  return generate(loaded, { include, overlays, strictReadOnly, hasEntry: true });
}

/** The text of one generated file. */
export function fileText({ files }: Generated, name: string): string {
  const file = files.find(({ path: candidate }) => candidate === name);
  if (file === undefined)
    throw new Error(`${name} was not generated; there is ${files.map((each) => each.path).join(', ')}`);
  return file.text;
}
