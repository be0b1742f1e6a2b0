import { createRequire } from 'node:module';

import type * as OpenapiTypescript from 'openapi-typescript';
import type typescript from 'typescript';

/**
 * Loads a large CommonJS package. `import` first reads it twice, to detect its format and its exports:
 * for the 9 MB of TypeScript that takes longer than running them.
 */
const requirePackage: (name: string) => unknown = createRequire(import.meta.url);

/** The compiler that reads and prints the generated code: the one that ts-morph carries, which is loaded for it anyway. */
// Edge: ts-morph's own types of it are a copy of these.
export const { ts } = requirePackage('ts-morph') as { readonly ts: typeof typescript };

/** The parts of openapi-typescript that write types, bundled by the build with the same compiler. */
// Edge: the build takes these three from the exact version that is pinned.
export const openapiTypescript = requirePackage('#bundled/openapi-typescript.cjs') as Pick<
  typeof OpenapiTypescript,
  'transformSchema' | 'resolveRef' | 'astToString'
>;
