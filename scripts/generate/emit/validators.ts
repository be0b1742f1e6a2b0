import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { NO_CACHE } from '../../files/cache.js';
import type { EmitContext } from './emit-context.js';
import { importDeclarations } from './imports.js';
import type { Schema } from '../../json/schema.js';
import { createCompiler, validatorName, type CompiledValidator } from '../validators/compile-schema.js';
import { prepareSchemas } from '../validators/prepare-schema.js';
import { formatImport, supportFiles } from '../validators/support-files.js';

/**
 * `validators/<Name>.ts`: Ajv's code for every schema, the guard, the check and the Standard Schema made of it. They import
 * only each other and, for types, the models.
 */
export function emitValidators(
  model: Model,
  { cache }: Pick<EmitContext, 'cache'> = { cache: NO_CACHE },
): OutputFile[] {
  const components = Object.fromEntries(model.schemas.map(({ name, schema }): [string, Schema] => [name, schema]));
  const compile = createCompiler(prepareSchemas(components), cache);
  const names = Object.keys(components);
  const formats = new Set<string>();
  const modules = model.schemas.map(({ name, file }) => {
    const validator = compile(name);
    validator.formats.forEach((format) => formats.add(format));
    return uncheckedFile(`validators/${name}.ts`, moduleText(name, `../${file}.js`, validator));
  });
  return [
    ...modules,
    ...supportFiles([...formats]).map(({ path, text }) => uncheckedFile(`validators/${path}`, text)),
    codeFile('validators/index.ts', barrel(names)),
    codeFile('schemas.ts', names.map((name) => `export { ${name} } from './validators/${name}.js';`).join('\n')),
  ];
}

/** Excludes a file from type checking: stricter compiler settings would reject Ajv's code. */
function uncheckedFile(path: string, text: string): OutputFile {
  return codeFile(path, `// @ts-nocheck\n\n${text}`);
}

function moduleText(name: string, home: string, validator: CompiledValidator): string {
  const { body, functionName, calls } = validator;
  // `compact` lets no other form of a function pass. The types come here, because `validate` runs the same code as JavaScript.
  const typed = body.replace(/^function (\w+)\(data\)\{$/gm, 'function $1(data: any): boolean {');
  return `${importsOf(name, home, validator)}

/** See {@link ${name}Model}. */
export type ${name} = ${name}Model;

${indented(typed)}

export { ${functionName} as ${validatorName(name)} };
${calls.includes(name) ? `const ${validatorName(name)} = ${functionName};\n` : ''}
/** Tells whether a value is a {@link ${name}Model}. Never throws, never changes the value. */
export function is${name}(data: unknown): data is ${name} {
  return ${functionName}(data);
}

/** The same, with everything that is wrong. */
export function check${name}(data: unknown): Checked<${name}> {
  return check(${functionName}, data);
}

/** The same as a Standard Schema, for libraries that take one. */
export const ${name}: StandardSchema<${name}> = {
  '~standard': { version: 1, vendor: 'iamport-kit', validate: (data) => checkStandard(${functionName}, data) },
};`;
}

/** Ajv writes a statement a line, and braces at the ends of lines only. */
function indented(code: string): string {
  let depth = 0;
  const lines = code.split('\n').map((line) => {
    if (line.startsWith('}')) depth -= 1;
    const indent = line === '' ? '' : '  '.repeat(depth);
    if (line.endsWith('{')) depth += 1;
    return indent + line;
  });
  return lines.join('\n');
}

function importsOf(name: string, home: string, { calls, helpers, formats }: CompiledValidator): string {
  const named = Object.entries(helpers).map(([helper, local]) => (helper === local ? helper : `${helper} as ${local}`));
  const runtime = [...named, 'check', 'checkStandard', 'type Checked', 'type StandardSchema'];
  const others = calls.filter((call) => call !== name);
  return [
    `import type { ${name} as ${name}Model } from '${home}';`,
    ...formats.map(formatImport),
    importDeclarations([
      { from: './runtime.js', names: runtime },
      ...others.map((call) => ({ from: `./${call}.js`, names: [validatorName(call)] })),
    ]),
  ].join('\n');
}

function barrel(names: readonly string[]): string {
  const exports = names.map((name) => `export { check${name}, is${name}, ${name} } from './${name}.js';`);
  return ["export type { Checked, Issue, StandardSchema } from './runtime.js';", ...exports].join('\n');
}
