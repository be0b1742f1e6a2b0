import { afterEach, expect, it, vi } from 'vitest';

import { controlRemote } from '../../scripts/sandbox/sandbox.js';
import { startSandbox } from '../../scripts/sandbox/start.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ['restore', { id: '9' }, 'unknown snapshot 9', 'unknown-snapshot', { id: '9' }],
  ['resend', { id: '9' }, 'unknown delivery 9', 'unknown-delivery', { id: '9' }],
  ['faults', { kind: 'slow', times: 0 }, 'times must be a whole number from 1 on, not 0', 'too-few', { least: 1 }],
  ['scenario', { steps: [{ approve: 1 }] }, 'step 1 (approve): approve needs fields', 'step', { number: 1 }],
])('a refusal of %s arrives over HTTP with its code and values', async (route, fields, message, code, values) => {
  const sandbox = await startSandbox({ port: 0 });
  const asked = controlRemote(sandbox.url, route, fields);
  await expect(asked).rejects.toMatchObject({ name: 'ControlError', message, code, values });
  await sandbox.close();
});

it.each<[answer: object, code: string, message: string]>([
  [{ error: 'no' }, 'other', 'no'],
  [{ error: 'no', code: 'unheard-of', values: {} }, 'other', 'no'],
  // Values of another version do not make the same text, or none at all.
  [{ error: 'no', code: 'unknown-payment', values: {} }, 'other', 'no'],
  [{ error: 'no', code: 'unknown-event', values: {} }, 'other', 'no'],
  [{}, 'responded', 'the sandbox responded with 400'],
])('%j of a sandbox of another version is %s', async (answer, code, message) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer, { status: 400 })));
  await expect(controlRemote('http://127.0.0.1:1', 'reset', {})).rejects.toMatchObject({ code, message });
});
