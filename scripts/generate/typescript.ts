import type * as OpenapiTypescript from 'openapi-typescript';
import type typescript from 'typescript';

import { requirePackage } from './require-package.js';

/** The compiler that reads and prints the generated code: the one that ts-morph carries, which is loaded for it anyway. */
// Edge: ts-morph's own types of it are a copy of these.
export const { ts } = requirePackage('ts-morph') as { readonly ts: typeof typescript };

/** The parts of openapi-typescript that write types, bundled by the build with the same compiler. */
// Edge: the build takes these three from the exact version that is pinned.
export const openapiTypescript = requirePackage('#bundled/openapi-typescript.cjs') as Pick<
  typeof OpenapiTypescript,
  'transformSchema' | 'resolveRef' | 'astToString'
>;
