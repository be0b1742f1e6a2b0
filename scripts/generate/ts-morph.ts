import type * as tsMorph from 'ts-morph';

import { requirePackage } from './require-package.js';

/** What the emitters use of ts-morph. */
// Edge: the package is what its own types say.
export const { IndentationText, Project, QuoteKind, StructureKind, VariableDeclarationKind } = requirePackage(
  'ts-morph',
) as typeof tsMorph;
