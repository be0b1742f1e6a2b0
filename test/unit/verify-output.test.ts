import { describe, expect, it } from 'vitest';

import { verifyOutput } from '../../scripts/generate/verify-output.js';
import { generateFrom } from '../generate-from.js';

const check = (text: string) => (): void => verifyOutput([{ path: 'models.ts', text }]);

describe('the output is refused when it holds', () => {
  it.each([
    ['a statement that runs', 'x();', /a ExpressionStatement \(line 1\)/],
    ['an assignment to a global', '\nglobalThis.canary = 1;', /ExpressionStatement \(line 2\)/],
    ['a call in an initialiser', 'export const a = x();', /a call that runs on import: x/],
    ['a call in a class member', 'export class A { static a = x(); }', /runs on import: x/],
    ['a call in a computed name', 'export const a = { [x()]: 1 };', /runs on import: x/],
    ['a call in a template', 'export const a = `${x()}`;', /runs on import: x/],
    ['a tagged template', 'export const a = x`b`;', /a tagged template/],
    ['an unknown call', 'export function f() { return fetch("x"); }', /a call to fetch/],
    ['eval', 'export function f() { return eval("x"); }', /a call to eval/],
    ['a function made from text', 'export function f() { return new Function("x"); }', /new Function/],
    ['require', 'export function f() { return require("x"); }', /a call to require/],
    ['an import from elsewhere', "import { x } from 'evil';", /an import from 'evil'/],
    ['an import for its side effects', "import 'evil';", /an import from 'evil'/],
    ['a computed import', 'export const f = async () => import(x);', /an import from x/],
    ['a pattern made from a variable', 'export const a = new RegExp(x);', /no literal/],
    ['a block', '{ }', /a Block/],
    ['an enum', 'export enum A { B = x() }', /a EnumDeclaration/],
    ['a syntax error', 'export const a = ;', /Expression expected/],
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
