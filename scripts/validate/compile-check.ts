import { Script } from 'node:vm';

import { createCompiler, validatorName, type CompiledValidator } from '../generate/validators/compile-schema.js';
import { prepareSchemas } from '../generate/validators/prepare-schema.js';
import * as runtime from '../generate/validators/runtime.js';
import { FORMATS, formatFunction } from '../json/formats/format-table.js';
import { isObject, mapReferences, type Schema } from '../json/schema.js';
import type { Check } from './generated-folder.js';
import type { SchemaReader } from './read-schema.js';

/**
 * Compiles the validator of a JSON Schema as `generate` would write it, in memory: nothing of the folder runs. The schemas
 * it refers to are compiled when a value first needs them.
 */
export function compileCheck(name: string, readSchema: SchemaReader): Check {
  const compiler = createCompiler(prepareSchemas(componentsOf(name, readSchema)), 'JavaScript');
  const linked = new Map<string, runtime.Validate>();
  const late = (called: string): runtime.Validate => {
    const validate: runtime.Validate = (data) => {
      const own = link(called);
      const isValid = own(data);
      // What validators read of each other.
      Object.assign(validate, { errors: own.errors, ...evaluatedOf(own) });
      return isValid;
    };
    return validate;
  };
  const link = (wanted: string): runtime.Validate => {
    const validate = linked.get(wanted) ?? run(wanted, compiler(wanted).compile(), late);
    linked.set(wanted, validate);
    return validate;
  };
  const validate = link(name);
  return (value) => runtime.check(validate, value).issues ?? [];
}

/** The schema and all that it refers to, by reference to each other as in the document. */
function componentsOf(name: string, readSchema: SchemaReader): Record<string, Schema> {
  const components: Record<string, Schema> = {};
  const missing = new Set([name]);
  const add = (key: string, schema: Schema): void => {
    if (!Object.hasOwn(components, key)) components[key] = withReferences(schema, (other) => missing.add(other));
  };
  for (const next of missing) {
    if (Object.hasOwn(components, next)) continue;
    const { $defs, ...schema } = readSchema(next);
    add(next, schema);
    for (const [key, part] of Object.entries(isObject($defs) ? $defs : {})) if (isObject(part)) add(key, part);
  }
  return components;
}

/** Writes references into `$defs` and to other files as `generate` had them. */
function withReferences(schema: Schema, needFile: (name: string) => void): Schema {
  const refer = (ref: string): string => {
    const file = /^([^#/]+)\.json$/.exec(ref)?.[1];
    if (file === undefined) return ref.replace(/^#\/\$defs\//, '#/components/schemas/');
    needFile(decodeURIComponent(file));
    return `#/components/schemas/${decodeURIComponent(file)}`;
  };
  // Only the texts of references change.
  return mapReferences(schema, refer) as Schema;
}

function evaluatedOf(validate: object): object {
  return 'evaluated' in validate ? { evaluated: validate.evaluated } : {};
}

const FORMAT_FUNCTIONS = Object.fromEntries(
  Object.entries(FORMATS).map(([name, { fits }]): [string, unknown] => [formatFunction(name), fits]),
);

type Late = (name: string) => runtime.Validate;

function run(name: string, validator: CompiledValidator, late: Late): runtime.Validate {
  const made: unknown = new Script(moduleOf(name, validator)).runInThisContext();
  // The function that the text is.
  const open = made as (...imports: unknown[]) => runtime.Validate;
  return open(runtime, FORMAT_FUNCTIONS, late);
}

/** A function in place of a module: what a module imports, it is given. */
function moduleOf(name: string, { body, functionName, calls, helpers, formats }: CompiledValidator): string {
  const named = Object.entries(helpers).map(([helper, local]) => `${helper}: ${local}`);
  const others = calls.map((call) =>
    call === name
      ? `const ${validatorName(call)} = ${functionName};`
      : `const ${validatorName(call)} = late(${JSON.stringify(call)});`,
  );
  return `(function (runtime, formats, late) {
'use strict';
const { ${named.join(', ')} } = runtime;
const { ${formats.map(formatFunction).join(', ')} } = formats;
${others.join('\n')}
${body}
return ${functionName};
})`;
}
