import { partsOf } from '../placed-schemas.js';
import { defineRule } from '../rule.js';

const ANNOTATIONS = [
  '$ref',
  'description',
  'summary',
  'title',
  'deprecated',
  'default',
  'examples',
  'readOnly',
  'writeOnly',
];

// Most generators drop what stands beside a reference: the constraint would hold in some languages and not in others.
export const noConstraintBesideRef = defineRule({
  id: 'no-constraint-beside-ref',
  severity: 'error',
  on: 'schema',
  check(schema, at) {
    return partsOf({ schema, at }).flatMap((part) => {
      if (part.schema.$ref === undefined) return [];
      const beside = Object.keys(part.schema).filter((key) => !ANNOTATIONS.includes(key) && !key.startsWith('x-'));
      return beside.map((key) => ({ at: part.at.child(key), message: `\`${key}\` beside a \`$ref\` is often lost.` }));
    });
  },
});
