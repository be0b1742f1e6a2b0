import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

import type { Generated } from '../../scripts/generate/pipeline.js';
import { UsageError } from '../../scripts/messages/usage-error.js';
import { generateFrom } from '../generate-from.js';
import { writeRunnable } from '../emitted-folder.js';

const CANARY = 'globalThis.canary=1';
const PAYLOADS: [title: string, payload: string][] = [
  ['a comment end', `*/${CANARY}/*`],
  ['a line break', `\n${CANARY}\n`],
  ['a carriage return', `\r${CANARY}\r`],
  ['a line separator', `\u2028${CANARY}\u2028`],
  ['a single quote', `';${CANARY};'`],
  ['a double quote', `";${CANARY};"`],
  ['a back-tick', `\`;${CANARY};\``],
  ['an interpolation', `\${${CANARY}}`],
  ['a backslash at the end', `${CANARY}\\`],
  ['a bracket and a brace', `]};${CANARY};({[`],
  ['a script end', `</script><script>${CANARY}</script>`],
  ['a lone surrogate', `\ud800${CANARY}`],
  ['a direction override', `\u202e${CANARY}`],
  ['NUL', `\u0000${CANARY}`],
];

const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(PAYLOADS)('%s in every text of a spec', (title, payload) => {
  it('stays data', async () => {
    const spec = path.join(folder, `${title.replaceAll(' ', '-')}.json`);
    writeFileSync(spec, JSON.stringify(specWith(payload)));
    const { diagnostics, files } = await generateFrom(spec).catch(refusal);
    // A refusal is as good as inert output; then nothing is written.
    if (diagnostics.length > 0 || files.length === 0) return;
    const out = path.join(folder, `${title.replaceAll(' ', '-')}-out`);
    for (const { path: file, text } of files) {
      if (file.endsWith('.ts') || file.endsWith('.js'))
        expect({ file, faults: syntaxFaults(file, text) }).toEqual({ file, faults: [] });
    }
    writeRunnable(files, out);
    await import(pathToFileURL(path.join(out, 'validators/index.js')).href);
    await import(pathToFileURL(path.join(out, 'api.js')).href);
    expect(globalThis).not.toHaveProperty('canary');
  });
});

it('is generated for most payloads, not refused', async () => {
  const spec = path.join(folder, 'quote.json');
  writeFileSync(spec, JSON.stringify(specWith(PAYLOADS[4]![1])));
  const { diagnostics } = await generateFrom(spec);
  expect(diagnostics).toEqual([]);
});

function refusal(error: unknown): Generated {
  if (!(error instanceof UsageError)) throw error;
  return { diagnostics: [], files: [], counts: { operations: 0, schemas: 0 } };
}

function specWith(text: string): object {
  const object = {
    $id: text,
    $anchor: text,
    type: 'object',
    title: text,
    description: text,
    required: [text],
    properties: {
      [text]: {
        type: 'string',
        description: text,
        enum: [text, 'b'],
        default: text,
        examples: [text],
        'x-enum-name': text,
      },
      open: { type: 'string', 'x-extensible-enum': [text], 'x-enumDescriptions': { [text]: text }, format: text },
      constant: { const: text },
      matched: { type: 'string', pattern: `^${text.replace(/[^a-z]/g, '')}$` },
      union: { oneOf: [{ type: 'object', properties: { [text]: { enum: [text] } } }, { type: 'string' }] },
    },
    [`x-${text}`]: text,
  };
  return {
    openapi: '3.1.0',
    info: { title: text, version: text, description: text },
    servers: [{ url: 'https://example.com/', description: text }],
    tags: [{ name: text, description: text }],
    paths: {
      '/things/{id}': {
        post: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          'x-resource-method': `${text}.${text}`,
          parameters: [
            { name: 'id', in: 'path', required: true, description: text, schema: { type: 'string', default: text } },
            { name: text, in: 'query', description: text, schema: { type: 'string', enum: [text] } },
            { name: text, in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { content: { 'application/json': { schema: object } } },
          responses: {
            200: { description: text, content: { 'application/json': { schema: object } } },
            404: { description: text },
          },
        },
      },
    },
    components: { schemas: { Thing: object } },
  };
}

/** What the compiler's parser objects to. Statements that merely parse are checked by running them. */
function syntaxFaults(file: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: file.replace('.d.ts', '.ts'),
    reportDiagnostics: true,
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
