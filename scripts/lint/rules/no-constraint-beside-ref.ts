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

// Most generators drop keywords beside a reference: the constraint would apply in some languages only.
export const noConstraintBesideRef = defineRule('no-constraint-beside-ref', {
  on: 'schema',
  set: 'recommended',
  check(schema, at) {
    return partsOf({ schema, at }).flatMap((part) => {
      if (part.schema.$ref === undefined) return [];
      const beside = Object.keys(part.schema).filter((key) => !ANNOTATIONS.includes(key) && !key.startsWith('x-'));
      return beside.map((key) => ({ at: part.at.child(key), values: { keyword: key } }));
    });
  },
});
