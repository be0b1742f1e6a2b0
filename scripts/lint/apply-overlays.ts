import type { Document } from '@redocly/openapi-core';

import { hasErrors, type Diagnostic } from '../messages/diagnostic.js';
import { displayPath } from '../files/display-path.js';
import { lintFinding } from '../messages/lint-finding.js';
import { lintText, toDiagnostic } from './lint-spec.js';
import { placeIn } from '../openapi/place-in.js';
import { applyOverlay } from '../openapi/apply-overlay.js';
import type { LoadedSpec } from '../files/load-spec.js';
import type { OpenApi } from '../openapi/document.js';
import { openOverlay } from '../files/open-overlay.js';
import { actionsOf, pointerOf, targetsOf } from '../openapi/overlay-targets.js';
import { isObject } from '../json/schema.js';

/** A document after its overlays, or what is wrong with them. */
export interface Overlaid {
  readonly document: OpenApi;
  readonly diagnostics: readonly Diagnostic[];
}

interface Context {
  readonly spec: LoadedSpec;
  readonly cwd: string;
}

/** An action that has been applied, and the pointers to what it changed. */
interface AppliedAction {
  readonly overlay: Document;
  readonly index: number;
  readonly action: Readonly<Record<string, unknown>>;
  readonly pointers: readonly string[];
}

/**
 * Applies OpenAPI Overlay documents (1.0 to 1.2) in the order given. Redocly does the work: actions in order, targets by
 * JSONPath as RFC 9535 has it. Every target must be there, and the result as sound as a spec that was written that way;
 * what is not is told at the action that did it.
 *
 * @throws {UsageError} when a file cannot be read or is no overlay.
 */
export async function applyOverlays(
  bundled: OpenApi,
  overlays: readonly string[],
  context: Context,
): Promise<Overlaid> {
  if (overlays.length === 0) return { document: bundled, diagnostics: [] };
  const { spec, cwd } = context;
  let document = bundled;
  const applied: AppliedAction[] = [];
  for (const file of overlays) {
    const overlay = await openOverlay(file, displayPath(file, cwd), spec.resolver);
    const wrong = wrongTargets(overlay, cwd);
    if (wrong.length > 0) return { document, diagnostics: wrong };
    const result = await applyOverlay(document, file, context);
    const diagnostics = result.problems.map((problem) => toDiagnostic(problem, cwd));
    if (hasErrors(diagnostics)) return { document, diagnostics };
    const stale = staleTargets(overlay, [document, result.document], cwd);
    if (stale.length > 0) return { document, diagnostics: stale };
    applied.push(...appliedActions(overlay, document));
    document = result.document;
  }
  const found = await lintText(JSON.stringify(document), spec, cwd);
  return { document, diagnostics: found.map((finding) => atItsAction(finding, applied, cwd)) };
}

function wrongTargets(overlay: Document, cwd: string): Diagnostic[] {
  return actionsOf(overlay).flatMap((action, index) => {
    const isPath = !isObject(action) || typeof action.target !== 'string' || targetsOf(action, {}) !== undefined;
    return isPath ? [] : [targetFinding(overlay, index, { problem: 'syntax', cwd })];
  });
}

function targetFinding(
  overlay: Document,
  index: number,
  { problem, cwd }: { readonly problem: 'syntax' | 'nothing'; readonly cwd: string },
): Diagnostic {
  return lintFinding('overlay-target-exists', placeIn(overlay, `/actions/${index}/target`, cwd), { problem });
}

/** An action may take away what it names, or name what one before it has added. */
function staleTargets(overlay: Document, states: readonly OpenApi[], cwd: string): Diagnostic[] {
  return actionsOf(overlay).flatMap((action, index) => {
    if (states.some((state) => (targetsOf(action, state) ?? []).length > 0)) return [];
    return [targetFinding(overlay, index, { problem: 'nothing', cwd })];
  });
}

function appliedActions(overlay: Document, document: OpenApi): AppliedAction[] {
  return actionsOf(overlay).flatMap((action, index) =>
    isObject(action) ? [{ overlay, index, action, pointers: (targetsOf(action, document) ?? []).map(pointerOf) }] : [],
  );
}

/** The last action that changed the place of a finding; the document itself was sound. */
function atItsAction(finding: Diagnostic, applied: readonly AppliedAction[], cwd: string): Diagnostic {
  const { pointer } = finding.at;
  const culprit = applied.findLast(({ action, pointers }) =>
    pointers.some((changed) => (action.remove === true ? isWithin(changed, pointer) : isWithin(pointer, changed))),
  );
  if (culprit === undefined) return finding;
  const { overlay, index, action } = culprit;
  const part = ['update', 'copy', 'target'].find((key) => Object.hasOwn(action, key)) ?? '';
  return { ...finding, at: placeIn(overlay, `/actions/${index}/${part}`, cwd) };
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
