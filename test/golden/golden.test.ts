import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { compareOutput } from '../../scripts/generate/write/write.js';
import { generateFrom } from '../generate-from.js';

const OUTPUT = 'test/golden/output';

// Read the output by eye when it changes: UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/golden
it('prints what is committed', async () => {
  const { files } = await generateFrom('test/golden/spec/openapi.yaml');
  if (process.env.UPDATE_GOLDEN === '1') {
    for (const { path: file, text } of files) {
      mkdirSync(path.dirname(path.join(OUTPUT, file)), { recursive: true });
      writeFileSync(path.join(OUTPUT, file), text);
    }
  }
  const differences = compareOutput(files, OUTPUT).map(({ path: file, kind }) => `${file} is ${kind}`);
  expect(differences).toEqual([]);
});

it('keeps text of the spec inside comments', () => {
  const text = readFileSync(path.join(OUTPUT, 'resources/coins.ts'), 'utf8');
  expect(text).toContain('Text with *\\/ a comment end');
});
