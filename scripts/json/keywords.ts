/** Every keyword that means something in a schema of OpenAPI 3.1: those of JSON Schema 2020-12 and of OpenAPI itself. */
export const KEYWORDS_3_1: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$vocabulary', '$comment', '$defs', '$anchor', '$dynamicAnchor', '$ref', '$dynamicRef'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'prefixItems', 'items', 'contains'],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'unevaluatedItems'],
  ...['unevaluatedProperties', 'type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains'],
  ...['minContains', 'maxProperties', 'minProperties', 'required', 'dependentRequired', 'title', 'description'],
  ...['default', 'deprecated', 'readOnly', 'writeOnly', 'examples', 'format', 'contentEncoding', 'contentMediaType'],
  ...['contentSchema', 'discriminator', 'xml', 'externalDocs', 'example'],
]);

/** Whether a key of a schema is a keyword or an extension. Any other is an annotation without a meaning. */
export function isKeyword(key: string): boolean {
  return KEYWORDS_3_1.has(key) || key.startsWith('x-');
}
