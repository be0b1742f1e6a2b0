import { type Document, Source } from '@redocly/openapi-core';

import { openOverlay } from '../files/load-spec.js';
import { isObject } from '../json/schema.js';
import { type Diagnostic, hasErrors } from '../messages/diagnostic.js';
import { applyOverlay } from '../openapi/apply-overlay.js';
import { bundleLeniently } from '../openapi/bundle.js';
import type { OpenApi } from '../openapi/document.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { actionsOf, pointerOf, targetsOf } from '../openapi/overlay-targets.js';
import { invalidActions, targetFindings, targetsIn } from './lint-actions.js';
import { rulesetOf, toDiagnostic, uncheckable } from './lint-spec.js';
import { weigh } from './rulesets.js';

/** A spec with its overlays applied. */
export interface OverlaidSpec extends LoadedSpec {
  /** The spec without overlays. */
  readonly original: LoadedSpec;
  /** Every action of its overlays, in order. */
  readonly actions: readonly AppliedAction[];
  /** Actions that match nothing. That is legal. */
  readonly warnings: readonly Diagnostic[];
}

/** One action of an overlay, and what it changed. */
export interface AppliedAction {
  readonly overlay: Document;
  readonly index: number;
  readonly action: Readonly<Record<string, unknown>>;
  /** Pointers to the nodes that its target matches. */
  readonly pointers: readonly string[];
  /** The document before the overlay. */
  readonly before: OpenApi;
}

/**
 * Applies OpenAPI Overlays (1.0 to 1.2) in the order given, to the spec as one document. Redocly does the work: actions in
 * order, targets by JSONPath (RFC 9535). In a document of the i'mport API every target must exist; elsewhere one that
 * matches nothing is a warning. The result is linted afterwards.
 *
 * @throws {UsageError} when a file cannot be read or is not an overlay.
 */
export async function applyOverlays(
  spec: LoadedSpec,
  overlays: readonly string[],
): Promise<{ readonly spec: OverlaidSpec } | { readonly diagnostics: readonly Diagnostic[] }> {
  let { document } = await bundleLeniently(spec).catch(async (cause: unknown) => {
    throw await uncheckable(spec, cause);
  });
  const choice = await rulesetOf(spec);
  const actions: AppliedAction[] = [];
  const warnings: Diagnostic[] = [];
  for (const file of overlays) {
    const overlay = await openOverlay(file, spec.show(file), spec.resolver);
    const wrong = [...invalidActions(overlay, spec.show), ...wrongTargets(overlay, spec.show)];
    if (wrong.length > 0) return { diagnostics: wrong };
    const result = await applyOverlay(document, file, spec);
    const diagnostics = result.problems.map((problem) => toDiagnostic(problem, spec));
    if (hasErrors(diagnostics)) return { diagnostics };
    const all = targetFindings(overlay, targetsIn(overlay, [document, result.document]), spec.show);
    const stale = weigh(all, { choice, version: spec.version, levels: new Map() });
    if (hasErrors(stale)) return { diagnostics: stale };
    warnings.push(...stale);
    actions.push(...appliedActions(overlay, document));
    document = result.document;
  }
  return { spec: { ...(await withDocument(spec, document)), original: spec, actions, warnings } };
}

/** The same spec with another root document. */
async function withDocument(spec: LoadedSpec, document: OpenApi): Promise<LoadedSpec> {
  const { resolver } = await spec.reload();
  const source = new Source(spec.file, JSON.stringify(document));
  resolver.cache.set(spec.file, Promise.resolve({ source, parsed: document }));
  return { ...spec, resolver };
}

/** Targets that are not JSONPaths. The structure rule reports those that are missing, or not strings. */
function wrongTargets(overlay: Document, show: LoadedSpec['show']): Diagnostic[] {
  const targets = actionsOf(overlay).map((action) =>
    isObject(action) && typeof action.target === 'string' ? targetsOf(action, {}) : [],
  );
  return targetFindings(overlay, targets, show).filter(({ values }) => values?.problem === 'syntax');
}

function appliedActions(overlay: Document, before: OpenApi): AppliedAction[] {
  return actionsOf(overlay).flatMap((action, index) => {
    if (!isObject(action)) return [];
    return [{ overlay, index, action, before, pointers: (targetsOf(action, before) ?? []).map(pointerOf) }];
  });
}
