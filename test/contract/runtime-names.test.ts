import ts from 'typescript';
import { expect, it } from 'vitest';

import { RUNTIME_NAMES } from '../../scripts/generate/emit/runtime-module.js';

it('the list of what the runtime exports is complete: a model of such a name must be exported by name', () => {
  const program = ts.createProgram(['src/core.ts'], { module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile('src/core.ts');
  const module = source && checker.getSymbolAtLocation(source);
  const names = module === undefined ? [] : checker.getExportsOfModule(module).map(({ name }) => name);
  expect([...RUNTIME_NAMES].sort()).toEqual(names.sort());
});
