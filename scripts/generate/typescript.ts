import type typescript from 'typescript';

import { requirePackage } from './require-package.js';

/** The compiler that reads and prints the generated code. */
// Edge: the package is what its own types say.
export const ts = requirePackage('typescript') as typeof typescript;
