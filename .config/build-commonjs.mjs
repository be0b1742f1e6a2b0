import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { globSync } from 'tinyglobby';
import ts from 'typescript';

const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023, esModuleInterop: true };

/**
 * Makes `dist/cjs` of the ES modules in `dist`, file by file, with the same declarations. A `package.json` beside them says
 * that they are CommonJS, so they keep the extension `.js`, as the specifiers in the declarations do. `import()` becomes
 * `require`: jest refuses `import()` unless Node runs with a flag.
 */
export function buildCommonJs() {
  for (const name of globSync(['src/**/*.{js,d.ts}', 'generated/**/*.{js,d.ts}'], { cwd: 'dist' })) {
    const target = path.join('dist/cjs', name);
    const text = readFileSync(path.join('dist', name), 'utf8');
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, name.endsWith('.js') ? toCommonJs(text) : text);
  }
  writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
}

function toCommonJs(text) {
  return ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: 'module.js' }).outputText;
}
