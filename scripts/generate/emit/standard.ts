import type { OutputFile, SchemaModel } from '../model/model.js';
import { literal } from '../text.js';
import { codeFile } from './banner.js';
import { readSupport } from '../validators/support-files.js';

/** Where {@link standardSupport} is written. */
export const STANDARD_SUPPORT = 'standard/json-schema.ts';

/**
 * `standard/<Name>.ts`: a schema as a Standard Schema that gives its JSON Schema, too. Apart from the validators, so that they
 * stay small.
 */
export function standardModule({ name, file }: Pick<SchemaModel, 'name' | 'file'>, schema: object): OutputFile {
  return codeFile(`standard/${name}.ts`, moduleText(name, `../${file}.js`, JSON.stringify(schema)));
}

/** The module that all of them import. */
export function standardSupport(): OutputFile {
  return codeFile(STANDARD_SUPPORT, readSupport(`../${STANDARD_SUPPORT}`));
}

function moduleText(name: string, home: string, json: string): string {
  return `import type { ${name} as ${name}Model } from '${home}';
import { ${name} as ${name}Schema } from '../validators/${name}.js';
import { jsonSchemaFor, type StandardJsonSchema } from './json-schema.js';

const json = ${literal(json)};

/** See {@link ${name}Model}. */
export type ${name} = ${name}Model;

/** The same as a Standard Schema that gives its JSON Schema, too. */
export const ${name}: StandardJsonSchema<${name}> = {
  '~standard': {
    ...${name}Schema['~standard'],
    jsonSchema: {
      input: (options) => jsonSchemaFor(options, json),
      output: (options) => jsonSchemaFor(options, json),
    },
  },
};`;
}
