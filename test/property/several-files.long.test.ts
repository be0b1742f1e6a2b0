import { rmSync } from 'node:fs';

import { afterAll, expect, it } from 'vitest';

import { REFUSED_FILES, SEVERAL_FILES, type SpecFiles } from './file-features.js';
import { createWorkshop, faultsIn, generateFromFiles, type Outcome } from './generated-folders.js';

const workshop = createWorkshop();
afterAll(() => rmSync(workshop, { recursive: true }));

const VERSIONS = ['3.1.0', '3.0.3'];

const filesOf = (files: SpecFiles, openapi: string): Record<string, object | string> => ({
  ...files,
  'spec.json': {
    openapi,
    info: { title: 'T', version: '1' },
    ...(openapi === '3.0.3' && { paths: {} }),
    // The root is always an object.
    ...(files['spec.json'] as object),
  },
});

it.each(VERSIONS)(
  'a spec of several files is generated and compiles, in %s',
  async (openapi) => {
    const outcomes: Outcome[] = [];
    const refused: string[] = [];
    for (const [title, files] of Object.entries(SEVERAL_FILES)) {
      const outcome = await generateFromFiles(workshop, `${outcomes.length}`, filesOf(files, openapi));
      if ('refusedAt' in outcome) refused.push(`${title} at ${outcome.refusedAt}`);
      outcomes.push(outcome);
    }
    expect(refused).toEqual([]);
    expect(await faultsIn(workshop, outcomes)).toEqual([]);
  },
  120_000,
);

it.each(Object.entries(REFUSED_FILES))('refuses %s with its place', async (_title, [files, place]) => {
  for (const openapi of VERSIONS) {
    const outcome = await generateFromFiles(workshop, 'refused', filesOf(files, openapi));
    expect(outcome).toEqual({ refusedAt: expect.stringMatching(place) as string });
  }
});
