import { createRequire } from 'node:module';

import type * as Ignorer from 'ignore';
import type Picomatch from 'picomatch';
import type * as Globber from 'tinyglobby';
import type * as TypeScript from 'typescript';

import { memoize } from '../json/memoize.js';

// Kept here: `require` looks a package up anew each time.
const load = memoize(createRequire(import.meta.url));

// Required where they are first used: most runs need none of them, and loading them takes longer than checking a file.

/** The compiler, as ts-morph carries it. */
export function typescriptCompiler(): typeof TypeScript {
  // Edge: `load` cannot know what it gives, and ts-morph's types are a copy of these.
  return (load('ts-morph') as { readonly ts: typeof TypeScript }).ts;
}

/** Finds the files that globs name. */
export function globber(): typeof Globber {
  // Edge: `load` cannot know what it gives.
  return load('tinyglobby') as typeof Globber;
}

/** Tells whether paths fit globs. */
export function globMatcher(): typeof Picomatch {
  // Edge: `load` cannot know what it gives.
  return load('picomatch') as typeof Picomatch;
}

/** Makes matchers for the syntax of .gitignore. */
export function ignoreMatcher(): typeof Ignorer.default.default {
  // Edge: `load` cannot know what it gives.
  return load('ignore') as typeof Ignorer.default.default;
}
