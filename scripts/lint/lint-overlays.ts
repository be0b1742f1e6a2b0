import type { Document } from '@redocly/openapi-core';

import { overlaysBeside } from '../files/find-translations.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { applyOverlay } from '../openapi/apply-overlay.js';
import { bundleSpec } from '../openapi/bundle.js';
import type { OpenApi } from '../openapi/document.js';
import type { LoadedSpec, PathView } from '../openapi/loaded-spec.js';
import { actionsOf } from '../openapi/overlay-targets.js';
import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { finding } from '../messages/finding.js';
import { placeIn } from '../openapi/place-in.js';
import { lintActions, targetFindings, targetsIn, type Targets } from './lint-actions.js';
import { segment, TEXT_NAMES, translatable } from './translatable.js';

type Show = PathView['show'];

/**
 * Checks the overlays in the folder `overlays` beside a spec: every target must match something, and an overlay with
 * `x-translates` must translate every text of the document.
 */
export async function lintOverlays(spec: LoadedSpec): Promise<Diagnostic[]> {
  const files = overlaysBeside(spec.file);
  if (files.length === 0) return [];
  const document = await unlessRefused(bundleSpec(spec));
  if (document === undefined) return [];
  const checked = files.map(async (file) => {
    const opened = await spec.resolver.resolveDocument(null, file, true);
    return opened instanceof Error ? [] : lintOpened(opened, { spec, document }, spec.show);
  });
  return (await Promise.all(checked)).flat();
}

/**
 * Checks one overlay: every action must have an effect and, if the document is known, match something in it.
 */
export async function lintOverlay(overlay: Document, spec: LoadedSpec | undefined, show: Show): Promise<Diagnostic[]> {
  const document = spec && (await unlessRefused(bundleSpec(spec)));
  return lintOpened(overlay, spec && document && { spec, document }, show);
}

/** The document that an overlay applies to. */
interface Ground {
  readonly spec: LoadedSpec;
  readonly document: OpenApi;
}

async function lintOpened(overlay: Document, ground: Ground | undefined, show: Show): Promise<Diagnostic[]> {
  if (!isObject(overlay.parsed)) return [];
  const targets = await groundTargets(overlay, ground);
  const wrong = targetFindings(overlay, targets, show);
  const stale = ground === undefined ? wrong.filter(({ values }) => values?.problem === 'syntax') : wrong;
  const translates = ground !== undefined && typeof overlay.parsed['x-translates'] === 'string';
  const missing = translates ? missingTexts(overlay, targets, ground.document) : [];
  const at = placeIn(overlay, '/x-translates', show);
  const untranslated = missing.map((place) => finding('translation-is-complete', at, { place }));
  return [...lintActions(overlay, show), ...stale, ...untranslated];
}

/** What each action matches. It may be what an earlier one has added. */
async function groundTargets(overlay: Document, ground: Ground | undefined): Promise<Targets[]> {
  const targets = targetsIn(overlay, [ground?.document ?? {}]);
  if (ground === undefined || !targets.some((found) => found?.length === 0)) return targets;
  const after = await unlessRefused(applyOverlay(ground.document, overlay.source.absoluteRef, ground.spec));
  return after === undefined ? targets : targetsIn(overlay, [ground.document, after.document]);
}

/** Undefined if a spec cannot be bundled or an overlay cannot be applied: other rules report why. */
export async function unlessRefused<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result;
  } catch (cause) {
    if (cause instanceof UsageError) return undefined;
    throw cause;
  }
}

function missingTexts(overlay: Document, targets: readonly Targets[], document: OpenApi): string[] {
  const translated = new Set(
    actionsOf(overlay).flatMap((action, index) => (targets[index] ?? []).flatMap((target) => textsIn(action, target))),
  );
  return translatable(document).filter((place) => !translated.has(place));
}

/** The texts that an action sets in one of its targets. */
function textsIn(action: unknown, target: string): string[] {
  const update = isObject(action) && isObject(action.update) ? action.update : {};
  return TEXT_NAMES.filter((name) => typeof update[name] === 'string').map((name) => target + segment(name));
}
