import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { NO_CACHE, type Cache } from '../../files/cache.js';
import type { Schema } from '../../json/schema.js';
import { compileSchema, validatorName, type CompiledValidator } from '../validators/compile-schema.js';
import { formatFunction } from '../../json/formats/format-table.js';
import { formatsSource, formatsTypes } from '../../json/formats/formats-source.js';
import { prepareSchemas } from '../validators/prepare-schema.js';
import { RUNTIME_SOURCE, RUNTIME_TYPES } from '../validators/runtime-source.js';

/** `validators/<Name>.js` and `.d.ts`: Ajv's code for every schema, as ES modules that import only each other. */
export function emitValidators(model: Model, cache: Cache = NO_CACHE): OutputFile[] {
  const components = Object.fromEntries(model.schemas.map(({ name, schema }): [string, Schema] => [name, schema]));
  const prepared = prepareSchemas(components);
  const names = Object.keys(components);
  const compiled = names.map((name) => ({ name, validator: compileSchema(name, prepared, cache) }));
  const formats = [...new Set(compiled.flatMap(({ validator }) => validator.formats))];
  return [
    ...compiled.flatMap(({ name, validator }) => [
      codeFile(`validators/${name}.js`, source(name, validator)),
      codeFile(`validators/${name}.d.ts`, declarations(name)),
    ]),
    ...emitFormats(formats),
    codeFile('validators/runtime.js', RUNTIME_SOURCE),
    codeFile('validators/runtime.d.ts', RUNTIME_TYPES),
    codeFile(
      'validators/index.js',
      names.map((name) => `export { check${name}, is${name} } from './${name}.js';`).join('\n'),
    ),
    codeFile('validators/index.d.ts', barrelTypes(names)),
  ];
}

function emitFormats(formats: readonly string[]): OutputFile[] {
  if (formats.length === 0) return [];
  return [
    codeFile('validators/formats.js', formatsSource(formats)),
    codeFile('validators/formats.d.ts', formatsTypes(formats)),
  ];
}

function source(name: string, { body, functionName, calls, helpers, formats }: CompiledValidator): string {
  const helperImports = Object.entries(helpers).map(([helper, local]) =>
    helper === local ? helper : `${helper} as ${local}`,
  );
  const imports = calls
    .filter((call) => call !== name)
    .map((call) => `import { ${validatorName(call)} } from './${call}.js';`);
  if (formats.length > 0) imports.unshift(`import { ${formats.map(formatFunction).join(', ')} } from './formats.js';`);
  return `import { ${['check', ...helperImports].join(', ')} } from './runtime.js';
${imports.join('\n')}

${body}

export { ${functionName} as ${validatorName(name)} };
${calls.includes(name) ? `const ${validatorName(name)} = ${functionName};\n` : ''}
export function is${name}(data) {
  return ${functionName}(data);
}

export function check${name}(data) {
  return check(${functionName}, data);
}
`;
}

function declarations(name: string): string {
  return `import type { ${name} } from '../models.js';
import type { Checked } from './runtime.js';

/** Tells whether a value is a {@link ${name}}. Never throws, never changes the value. */
export declare function is${name}(data: unknown): data is ${name};

/** The same, with everything that is wrong. */
export declare function check${name}(data: unknown): Checked<${name}>;
`;
}

function barrelTypes(names: readonly string[]): string {
  const exports = names.map((name) => `export { check${name}, is${name} } from './${name}.js';`);
  return ["export type { Checked, Issue } from './runtime.js';", ...exports].join('\n');
}
