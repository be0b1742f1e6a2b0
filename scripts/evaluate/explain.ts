import type { Schema } from '../json/schema.js';
import { arrayFaults } from './array-faults.js';
import { compositionFaults } from './composition-faults.js';
import { faultAt } from './fault.js';
import { objectFaults } from './object-faults.js';
import { scalarFaults } from './scalar-faults.js';
import { createScope, type Judge, type Surroundings } from './scope.js';
import { typeFaults } from './type-faults.js';

// Deeper values exist only to break programs; the validator still decides about them.
const MAX_DEPTH = 700;

/**
 * Opens a JSON Schema document for judging. The generated validators decide, fast, whether a value is valid; this is for
 * saying why it is not, which needs to know what each alternative of a union has to complain about. Formats are checked
 * by what the validators call, or not at all.
 */
export function createJudge(
  root: Schema,
  { hasFormat = () => true, readSchema, isShapeOnly = false }: Surroundings = {},
): Judge {
  const judge: Judge = {
    ...createScope(root, readSchema),
    hasFormat,
    isShapeOnly,
    faults(schema, spot) {
      if (schema === true || spot.depth > MAX_DEPTH) return [];
      if (schema === false) return [faultAt(spot, 'fixture/not', {})];
      const wrongType = typeFaults(schema, spot);
      // What is of the wrong type altogether has no other fault worth telling.
      if (wrongType.length > 0) return wrongType;
      return [
        ...compositionFaults(schema, spot, judge),
        ...scalarFaults(schema, spot, judge),
        ...objectFaults(schema, spot, judge),
        ...arrayFaults(schema, spot, judge),
      ];
    },
  };
  return judge;
}
