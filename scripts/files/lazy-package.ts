import { createRequire } from 'node:module';

import type * as Ignorer from 'ignore';
import type Picomatch from 'picomatch';
import type * as Globber from 'tinyglobby';
import type * as TypeScript from 'typescript';

import { memoize } from '../json/memoize.js';

// Kept here: `require` looks a package up anew each time.
const load = memoize(createRequire(import.meta.url));

// Loaded on first use: most runs do not need them, and loading takes longer than checking a file.

/** The compiler that ts-morph includes. */
export function typescriptCompiler(): typeof TypeScript {
  // Edge: `load` cannot know what it gives, and ts-morph's types are a copy of these.
  return (load('ts-morph') as { readonly ts: typeof TypeScript }).ts;
}

/** Finds the files that match globs. */
export function globber(): typeof Globber {
  // Edge: `load` cannot know what it gives.
  return load('tinyglobby') as typeof Globber;
}

/** Matches paths against globs. */
export function globMatcher(): typeof Picomatch {
  // Edge: `load` cannot know what it gives.
  return load('picomatch') as typeof Picomatch;
}

/** Creates matchers for the syntax of .gitignore. */
export function ignoreMatcher(): typeof Ignorer.default.default {
  // Edge: `load` cannot know what it gives.
  return load('ignore') as typeof Ignorer.default.default;
}
