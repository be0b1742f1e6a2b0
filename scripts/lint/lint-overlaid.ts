import { groupBy } from '../json/group-by.js';
import { escapePointer } from '../json/pointer.js';
import { isObject } from '../json/schema.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { placeIn } from '../openapi/place-in.js';
import { pointTo } from '../openapi/walk-operations.js';
import type { AppliedAction, OverlaidSpec } from './apply-overlays.js';
import { unlessRefused } from './lint-overlays.js';
import { lintSpec } from './lint-spec.js';

/**
 * Checks what generated code depends on in a spec with its overlays applied. A finding in a node that an overlay wrote
 * points at the overlay; all others point at their place in the spec.
 */
export async function lintOverlaid(spec: OverlaidSpec): Promise<Diagnostic[]> {
  const found = await lintSpec(spec, { rules: 'generate' });
  if (found.length === 0) return [];
  // Without its overlays, the spec may be impossible to check.
  const original = spec.original.reload().then((again) => lintSpec(again, { rules: 'generate' }));
  const places = placesOf((await unlessRefused(original)) ?? []);
  return found.map((finding) => ({
    ...finding,
    at: writtenAt(finding, spec) ??
      places(finding) ??
      changedAt(finding, spec) ?? { ...finding.at, line: 1, column: 1 },
  }));
}

/** A finding without its place, as a key. */
export function identityOf({ at: _, ...rest }: Diagnostic): string {
  return JSON.stringify(rest);
}

/** Looks up the place of a finding in the original spec. Each place is used once; one with the same pointer comes first. */
function placesOf(original: readonly Diagnostic[]): (finding: Diagnostic) => Diagnostic['at'] | undefined {
  const left = groupBy(original, identityOf);
  return (finding) => {
    const places = left.get(identityOf(finding)) ?? [];
    const same = places.findIndex(({ at: { pointer } }) => pointer === finding.at.pointer);
    return places.splice(Math.max(same, 0), 1)[0]?.at;
  };
}

/** The place in the overlay that wrote the node of a finding. */
function writtenAt({ at: { pointer } }: Diagnostic, { actions, show }: OverlaidSpec): Diagnostic['at'] | undefined {
  for (const applied of [...actions].reverse()) {
    for (const target of applied.pointers.filter((each) => pointer.startsWith(`${each}/`))) {
      const inside = pointerInUpdate(applied, target, pointer.slice(target.length + 1).split('/'));
      if (inside !== undefined) return placeIn(applied.overlay, `/actions/${applied.index}/update${inside}`, show);
    }
  }
  return undefined;
}

/** The pointer of the node inside the `update` of an action. Items are appended to lists, so their index is shifted. */
function pointerInUpdate(
  { action, before }: AppliedAction,
  target: string,
  path: readonly string[],
): string | undefined {
  let value: unknown = action.update;
  let pointer = '';
  for (const [depth, key] of path.entries()) {
    const old = pointTo(before, `#${[target, ...path.slice(0, depth)].join('/')}`);
    const isItem = Array.isArray(old) && !Array.isArray(value);
    if (isItem && depth === 0 && Number(key) === old.length) continue;
    const own = Array.isArray(old) ? String(Number(key) - old.length) : key;
    const members = isObject(value) || Array.isArray(value) ? Object.entries(value) : [];
    const found = members.find(([name]) => escapePointer(name) === own);
    if (found === undefined || isItem) return undefined;
    value = found[1];
    pointer += `/${own}`;
  }
  return pointer;
}

/** The last action that changed a node around a finding. */
function changedAt({ at: { pointer } }: Diagnostic, { actions, show }: OverlaidSpec): Diagnostic['at'] | undefined {
  const culprit = actions.findLast(({ action, pointers }) =>
    pointers.some((changed) => (action.remove === true ? isWithin(changed, pointer) : isWithin(pointer, changed))),
  );
  if (culprit === undefined) return undefined;
  const { overlay, index, action } = culprit;
  const part = ['update', 'copy', 'target'].find((key) => Object.hasOwn(action, key)) ?? '';
  return placeIn(overlay, `/actions/${index}/${part}`, show);
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
