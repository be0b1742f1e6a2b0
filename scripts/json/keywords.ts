import { SUBSCHEMA_KEYWORDS } from './subschemas.js';

/** Every keyword that means something in a schema of OpenAPI 3.1: those of JSON Schema 2020-12 and of OpenAPI itself. */
export const KEYWORDS_3_1: ReadonlySet<string> = new Set([
  ...Object.keys(SUBSCHEMA_KEYWORDS),
  ...['$schema', '$id', '$vocabulary', '$comment', '$anchor', '$dynamicAnchor', '$ref', '$dynamicRef'],
  ...['type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'],
  ...['maxProperties', 'minProperties', 'required', 'dependentRequired', 'title', 'description', 'default'],
  ...['deprecated', 'readOnly', 'writeOnly', 'examples', 'format', 'contentEncoding', 'contentMediaType'],
  ...['discriminator', 'xml', 'externalDocs', 'example'],
]);

/** Whether a key of a schema is a keyword or an extension. Any other is an annotation without a meaning. */
export function isKeyword(key: string): boolean {
  return KEYWORDS_3_1.has(key) || key.startsWith('x-');
}
