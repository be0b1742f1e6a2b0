import { createRequire, Module } from 'node:module';

import type typescript from 'typescript';

import { requirePackage } from './require-package.js';

const require = createRequire(import.meta.url);

/** The compiler that reads and prints the generated code: the one that ts-morph carries, which is loaded for it anyway. */
// Edge: ts-morph's own types of it are a copy of these.
export const { ts } = requirePackage('ts-morph') as { readonly ts: typeof typescript };

/**
 * Loads a part of openapi-typescript with that compiler in place of the one it would ask for: to load a second one, of 9 MB,
 * would take longer than all it does for us.
 */
export function requireWithCompiler(part: string): unknown {
  const asked = createRequire(require.resolve(part)).resolve('typescript');
  const before = require.cache[asked];
  require.cache[asked] = Object.assign(new Module(asked), { exports: ts, loaded: true });
  try {
    return require(part);
  } finally {
    // Whoever else asks for the compiler gets what is installed.
    if (before === undefined) Reflect.deleteProperty(require.cache, asked);
    else require.cache[asked] = before;
  }
}
