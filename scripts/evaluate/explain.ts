import type { Schema } from '../json/schema.js';
import { arrayIssues } from './array-issues.js';
import { compositionIssues } from './composition-issues.js';
import { issueAt } from './issue.js';
import { objectIssues } from './object-issues.js';
import { scalarIssues } from './scalar-issues.js';
import { createScope, type Explainer, type Surroundings } from './scope.js';
import { typeIssues } from './type-issues.js';

// Deeper values exist only to break programs; the validator still decides about them.
const MAX_DEPTH = 700;

/**
 * Opens a JSON Schema document for judging. The generated validators decide, fast, whether a value is valid; this is for
 * saying why it is not, which needs to know what each alternative of a union has to complain about. Formats are checked
 * by what the validators call, or not at all.
 */
export function createExplainer(
  root: Schema,
  { hasFormat = () => true, readSchema, isShapeOnly = false }: Surroundings = {},
): Explainer {
  const explainer: Explainer = {
    ...createScope(root, readSchema),
    hasFormat,
    isShapeOnly,
    issues(schema, location) {
      if (schema === true || location.depth > MAX_DEPTH) return [];
      if (schema === false) return [issueAt(location, 'fixture/not', {})];
      const wrongType = typeIssues(schema, location);
      // What is of the wrong type altogether has no other issue worth telling.
      if (wrongType.length > 0) return wrongType;
      return [
        ...compositionIssues(schema, location, explainer),
        ...scalarIssues(schema, location, explainer),
        ...objectIssues(schema, location, explainer),
        ...arrayIssues(schema, location, explainer),
      ];
    },
  };
  return explainer;
}
