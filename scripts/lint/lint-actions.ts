import type { Document } from '@redocly/openapi-core';

import { canonical } from '../json/kind.js';
import { isObject } from '../json/schema.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { lintFinding } from '../messages/lint.js';
import type { PathView } from '../openapi/loaded-spec.js';
import { actionsOf, withQuotedNames } from '../openapi/overlay-targets.js';
import { placeIn } from '../openapi/place-in.js';

type Show = PathView['show'];

/** Checks the actions of an overlay, independent of the document it applies to. */
export function lintActions(overlay: Document, show: Show): Diagnostic[] {
  return [...invalidActions(overlay, show), ...idleActions(overlay, show), ...unquotedTargets(overlay, show)];
}

/** Requirements of the Overlay Specification on the list of actions that Redocly does not check. */
export function invalidActions(overlay: Document, show: Show): Diagnostic[] {
  const actions = actionsOf(overlay);
  const isEmpty = isObject(overlay.parsed) && Array.isArray(overlay.parsed.actions) && actions.length === 0;
  if (isEmpty) return [lintFinding('overlay-has-actions', placeIn(overlay, '/actions', show))];
  const firsts = new Map<string, number>();
  return actions.flatMap((action, index) => {
    const key = canonical(action);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    if (first === undefined) return [];
    const at = placeIn(overlay, `/actions/${index}`, show);
    return [lintFinding('overlay-actions-unique', at, { first: String(first + 1) })];
  });
}

function idleActions(overlay: Document, show: Show): Diagnostic[] {
  return actionsOf(overlay).flatMap((action, index) => {
    // The structure rule reports items that are not objects.
    if (!isObject(action) || action.update !== undefined || action.remove === true || '$ref' in action) return [];
    if (action.copy !== undefined) return [];
    return [lintFinding('overlay-action-does-something', placeIn(overlay, `/actions/${index}`, show))];
  });
}

function unquotedTargets(overlay: Document, show: Show): Diagnostic[] {
  return actionsOf(overlay).flatMap((action, index) => {
    const target = isObject(action) && typeof action.target === 'string' ? action.target : '';
    const quoted = withQuotedNames(target);
    if (quoted === target) return [];
    return [
      lintFinding('overlay-target-is-quoted', placeIn(overlay, `/actions/${index}/target`, show), { target: quoted }),
    ];
  });
}
