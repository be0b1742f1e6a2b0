import type { Schema } from '../json/schema.js';
import { arrayIssues } from './array-issues.js';
import { compositionIssues } from './composition-issues.js';
import { issueAt, type Issue, type InstanceLocation } from './issue.js';
import { objectIssues } from './object-issues.js';
import { scalarIssues } from './scalar-issues.js';
import { createScope, type Explainer, type Surroundings } from './scope.js';
import { typeIssues } from './type-issues.js';

// Deeper values exist only to break programs; the validator still decides about them.
const MAX_DEPTH = 700;

/**
 * Opens a JSON Schema document. The generated validators decide, fast, whether a value is valid; this explains why it
 * is not, which requires the issues of each alternative of a union. Formats are checked
 * by what the validators call, or not at all.
 */
export function createExplainer(
  root: Schema,
  { hasFormat = () => true, readSchema, isShapeOnly = false }: Surroundings = {},
): Explainer {
  const scope = createScope(root, readSchema);
  const explainer: Explainer = {
    ...scope,
    hasFormat,
    isShapeOnly,
    issues(schema, location) {
      if (schema === true || location.depth > MAX_DEPTH) return [];
      if (schema === false) return [issueAt(location, 'fixture/not', {})];
      const wrongType = typeIssues(schema, location);
      // A value of the wrong type gets no other issue.
      if (wrongType.length > 0) return wrongType;
      const { value } = location;
      const inside = typeof value === 'object' && value !== null ? partIssues(schema, location, explainer) : NONE;
      const own = joined(
        scope.isComposed(schema) ? compositionIssues(schema, location, explainer) : NONE,
        scalarIssues(schema, location, explainer),
      );
      return joined(own, inside);
    },
  };
  return explainer;
}

const NONE: Issue[] = [];

function partIssues(schema: Schema, location: InstanceLocation, explainer: Explainer): Issue[] {
  return Array.isArray(location.value)
    ? arrayIssues(schema, location, explainer)
    : objectIssues(schema, location, explainer);
}

/** Most values have no issues: no new list is made for them. */
function joined(first: Issue[], second: Issue[]): Issue[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
