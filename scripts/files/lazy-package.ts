import { createRequire } from 'node:module';

import type * as Ignorer from 'ignore';
import type Picomatch from 'picomatch';
import type * as Globber from 'tinyglobby';
import type * as TypeScript from 'typescript';

import { memoize } from '../json/memoize.js';

/** What each package exports. Of ts-morph it is the compiler that it includes, whose own types are a copy of these. */
interface Packages {
  readonly ignore: typeof Ignorer.default.default;
  readonly picomatch: typeof Picomatch;
  readonly tinyglobby: typeof Globber;
  readonly 'ts-morph': { readonly ts: typeof TypeScript };
}

// Kept here: `require` looks a package up anew each time.
const load = memoize(createRequire(import.meta.url));

/** Loads a package on first use: most runs do not need it, and loading takes longer than checking a file. */
export function loadPackage<Name extends keyof Packages>(name: Name): Packages[Name] {
  // Edge: `load` cannot know what it gives.
  return load(name) as Packages[Name];
}

/** The compiler of TypeScript. */
export function typescriptCompiler(): typeof TypeScript {
  return loadPackage('ts-morph').ts;
}
