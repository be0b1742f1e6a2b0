/** Our rules that generating depends on. Each lies in `rules/` under its name. */
export const STRUCTURE_RULES: readonly string[] = [
  'beside-reference-is-schema',
  'enum-has-members',
  'example-file-is-json',
  'keyword-is-known',
  'no-dynamic-reference',
  'pattern-compiles',
  'reference-is-pointer',
  'resource-method-unique',
  'schema-is-more-than-itself',
];
