import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, expect, it } from 'vitest';
import { stringify } from 'yaml';

import { generateFrom } from '../generate-from.js';
import { createWorkshop, faultsIn } from './generated-folders.js';
import { wideDocument } from './wide-document.js';

const workshop = createWorkshop();
afterAll(() => rmSync(workshop, { recursive: true }));

// As large as the largest public documents.
const LENGTH = 16_000;
const CASES: [title: string, document: object, format: 'json' | 'yaml'][] = [
  ['3.1 as JSON', wideDocument('3.1.0', LENGTH), 'json'],
  ['3.1 as YAML', wideDocument('3.1.0', LENGTH), 'yaml'],
  ['3.0 as JSON', wideDocument('3.0.3', LENGTH), 'json'],
  ['3.0 as YAML', wideDocument('3.0.3', LENGTH), 'yaml'],
];

it.each(CASES)(
  'three hundred operations, OpenAPI %s, are generated and compile',
  async (title, document, format) => {
    const spec = path.join(workshop, `spec.${format}`);
    const text = format === 'json' ? JSON.stringify(document) : stringify(document, { aliasDuplicateObjects: false });
    writeFileSync(spec, text);
    const started = performance.now();
    const { diagnostics, files, counts } = await generateFrom(spec);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    expect(diagnostics).toEqual([]);
    expect(counts.operations).toBe(300);
    const out = path.join(workshop, 'out/wide');
    for (const { path: file, text: source } of files) {
      mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
      writeFileSync(path.join(out, file), source);
    }
    expect(await faultsIn(workshop, [])).toEqual([]);
    process.stdout.write(`wide document, ${title}: ${(text.length / 1e6).toFixed(1)} MB in ${seconds} s\n`);
  },
  300_000,
);
