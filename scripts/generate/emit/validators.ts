import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { importDeclarations } from './imports.js';
import type { Schema } from '../../json/schema.js';
import { type CompiledValidator, validatorName } from '../validators/compile-schema.js';
import { type PreparedSchemas, prepareSchemas } from '../validators/prepare-schema.js';
import { formatImport, supportFiles } from '../validators/support-files.js';

/** What the modules of validators are made from. It can be sent to another thread. */
export interface ValidatorTask {
  readonly prepared: PreparedSchemas;
  /** Every schema, and the module that has its type. */
  readonly schemas: readonly { readonly name: string; readonly file: string }[];
}

/** The validator of one schema as a module. */
export interface ValidatorModule {
  readonly file: OutputFile;
  /** Formats whose checks it imports. */
  readonly formats: readonly string[];
}

/** Prepares the schemas of a model. */
export function validatorTask(model: Model): ValidatorTask {
  const components = Object.fromEntries(model.schemas.map(({ name, schema }): [string, Schema] => [name, schema]));
  return { prepared: prepareSchemas(components), schemas: model.schemas.map(({ name, file }) => ({ name, file })) };
}

/**
 * `validators/<Name>.ts`: Ajv's code for a schema, the guard, the check and the Standard Schema made of it. It imports only
 * others of its kind and, for types, the models.
 */
export function emitValidator(
  { name, file }: ValidatorTask['schemas'][number],
  validator: CompiledValidator,
): ValidatorModule {
  const text = moduleText(name, `../${file}.js`, validator);
  return { file: uncheckedFile(`validators/${name}.ts`, text), formats: validator.formats };
}

/** What all validators import, and the files that export them. */
export function emitValidatorSupport(names: readonly string[], formats: readonly string[]): OutputFile[] {
  return [
    ...supportFiles(formats).map(({ path, text }) => uncheckedFile(`validators/${path}`, text)),
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
  return `${importsOf(name, home, validator)}

/** See {@link ${name}Model}. */
export type ${name} = ${name}Model;

${indented(body)}

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
