import { describe, expect, it } from 'vitest';

import { verifyOutput } from '../../scripts/generate/verify/verify-output.js';
import { generateFrom } from '../generate-from.js';

const check = (text: string) => (): void => verifyOutput([{ path: 'models.ts', text }]);

describe('the output is refused when it holds', () => {
  it.each([
    ['a statement that runs', 'x();', /a statement that begins with x \(line 1\)/],
    ['an assignment to a global', '\nglobalThis.canary = 1;', /a statement that begins with globalThis \(line 2\)/],
    ['a call in an initialiser', 'export const a = x();', /a call that runs on import: x/],
    ['a call in a class member', 'export class A { static a = x(); }', /runs on import: x/],
    ['a call in a computed name', 'export const a = { [x()]: 1 };', /runs on import: x/],
    ['a call in a template', 'export const a = `${x()}`;', /an unexpected ` \(line 1\)/],
    ['a tagged template', 'export const a = x`b`;', /an unexpected `/],
    ['an unknown call', 'export function f() { return fetch("x"); }', /a call to fetch/],
    ['eval', 'export function f() { return eval("x"); }', /a call to eval/],
    ['a function made from text', 'export function f() { return new Function("x"); }', /new Function/],
    ['require', 'export function f() { return require("x"); }', /a call to require/],
    ['an import from elsewhere', "import { x } from 'evil';", /an import from 'evil'/],
    ['an import for its side effects', "import 'evil';", /an import from 'evil'/],
    ['a computed import', 'export const f = async () => import(x);', /an import from x/],
    ['a pattern made from a variable', 'export const a = new RegExp(x);', /no literal/],
    ['a check of the runtime elsewhere', "checkRuntime('0.1.0');", /begins with checkRuntime/],
    ['a block', '{ }', /a statement that begins with \{/],
    ['an enum', 'export enum A { B = x() }', /a statement that begins with export/],
    ['an open bracket', 'export const a = (;', /an unfinished \(/],
    ['a bracket too many', 'export const a = 1);', /an unexpected \)/],
    ['a statement without an end', 'export const a = 1', /an unfinished const/],
    ['an open comment', 'export const a = 1; /* b', /an unexpected \//],
    ['an open string', 'export const a = "b;\nx();', /an unexpected "/],
    ['a regular expression', 'export const a = /"/;', /an unexpected \//],
    ['an escape in a name', 'export const a = \\u0065val;', /an unexpected \\/],
    ['a call of a computed member', 'export function f() { return a["b"](1); }', /a call to \]/],
    ['a call of what was called', 'export function f() { return f()(1); }', /a call to \)/],
    ['a call with type arguments', 'export function f() { return fetch<A>("x"); }', /a call to fetch/],
    ['a call after an arrow', 'export const a = { b: () => 1, c: x() };', /runs on import: x/],
    ['a call in an object of a class member', 'export class A { static a = { b: x() }; }', /runs on import: x/],
    ['a static block', 'export class A { static { x(); } }', /a static block/],
  ])('%s', (_title, text, message) => {
    expect(check(text)).toThrow(message);
  });
});

it('what the emitters write passes, and was looked at', async () => {
  const { files } = await generateFrom('spec/openapi.yaml');
  expect(() => verifyOutput(files)).not.toThrow();
  const spoilt = files.map((file) =>
    file.path === 'validators/Payment.ts' ? { ...file, text: `${file.text}\nx();\n` } : file,
  );
  expect(() => verifyOutput(spoilt)).toThrow(/validators\/Payment\.ts/);
  const foreign = files.map((file) =>
    file.path === 'validators/runtime.ts'
      ? { ...file, text: file.text.replace('codePoints(text) >', 'fetch(text) >') }
      : file,
  );
  expect(() => verifyOutput(foreign)).toThrow(/validators\/runtime\.ts/);
});
