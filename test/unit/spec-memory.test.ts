import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { loadSpec } from '../../scripts/files/load-spec.js';
import { generate, type Generated } from '../../scripts/generate/pipeline.js';
import { createMemory, MAKE_ANEW, type Recall } from '../../scripts/files/cache.js';

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-memory-'));
const file = path.join(folder, 'spec/openapi.yaml');
beforeAll(() => {
  cpSync('test/golden/spec', path.join(folder, 'spec'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function generated(recall: Recall): Promise<Generated> {
  const spec = await loadSpec(file, 'spec/openapi.yaml', { recall });
  return generate(spec, { include: [], hasEntry: true, cwd: folder });
}

it('a run that remembers the ones before it makes what a first run makes', async () => {
  const { recall, nextRun } = createMemory();
  const text = readFileSync(file, 'utf8');
  for (const title of ['One', 'One', 'Two', 'One']) {
    nextRun();
    writeFileSync(file, text.replace('What it is made of.', `${title}.`));
    const remembered = await generated(recall);
    expect(remembered).toEqual(await generated(MAKE_ANEW));
    expect(remembered.files.length).toBeGreaterThan(5);
  }
});
