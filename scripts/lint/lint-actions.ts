import type { Document } from '@redocly/openapi-core';

import { canonical } from '../json/kind.js';
import { isObject } from '../json/schema.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { finding } from '../messages/finding.js';
import type { OpenApi } from '../openapi/document.js';
import type { PathView } from '../openapi/loaded-spec.js';
import { actionsOf, targetsOf, withQuotedNames } from '../openapi/overlay-targets.js';
import { placeIn } from '../openapi/place-in.js';

type Show = PathView['show'];

/** Checks the actions of an overlay, independent of the document it applies to. */
export function lintActions(overlay: Document, show: Show): Diagnostic[] {
  const single = actionsOf(overlay).flatMap((action, index) => {
    // The structure rule reports items that are not objects.
    if (!isObject(action)) return [];
    const target = typeof action.target === 'string' ? action.target : '';
    const quoted = withQuotedNames(target);
    const pointer = `/actions/${index}`;
    return [
      ...(isIdle(action) ? [finding('overlay-action-does-something', placeIn(overlay, pointer, show), {})] : []),
      ...(quoted === target
        ? []
        : [finding('overlay-target-is-quoted', placeIn(overlay, `${pointer}/target`, show), { target: quoted })]),
    ];
  });
  return [...invalidActions(overlay, show), ...single];
}

/** Requirements of the Overlay Specification on the list of actions that Redocly does not check. */
export function invalidActions(overlay: Document, show: Show): Diagnostic[] {
  const actions = actionsOf(overlay);
  const isEmpty = isObject(overlay.parsed) && Array.isArray(overlay.parsed.actions) && actions.length === 0;
  if (isEmpty) return [finding('overlay-has-actions', placeIn(overlay, '/actions', show), {})];
  const firsts = new Map<string, number>();
  return actions.flatMap((action, index) => {
    const key = canonical(action);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    if (first === undefined) return [];
    const at = placeIn(overlay, `/actions/${index}`, show);
    return [finding('overlay-actions-unique', at, { first: String(first + 1) })];
  });
}

function isIdle(action: Readonly<Record<string, unknown>>): boolean {
  return action.update === undefined && action.remove !== true && action.copy === undefined && !('$ref' in action);
}

/** Normalised JSONPaths of what an action matches; undefined when it has no usable target. */
export type Targets = readonly string[] | undefined;

/** What each action matches in the first of some states of a document where it matches anything. */
export function targetsIn(overlay: Document, states: readonly Partial<OpenApi>[]): Targets[] {
  return actionsOf(overlay).map((action) => {
    const [first, ...others] = states.map((state) => targetsOf(action, state));
    return first?.length === 0 ? (others.find((found) => found?.length !== 0) ?? first) : first;
  });
}

/** What is wrong with the targets of an overlay: some are not JSONPath, others match nothing. */
export function targetFindings(overlay: Document, targets: readonly Targets[], show: Show): Diagnostic[] {
  return targets.flatMap((found, index) => {
    if (found !== undefined && found.length > 0) return [];
    const at = placeIn(overlay, `/actions/${index}/target`, show);
    return [finding('overlay-target-exists', at, { problem: found === undefined ? 'syntax' : 'nothing' })];
  });
}
