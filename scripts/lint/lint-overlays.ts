import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { Document } from '@redocly/openapi-core';

import type { Values } from '../messages/entry.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { applyOverlay } from '../openapi/apply-overlay.js';
import { bundleSpec } from '../openapi/bundle.js';
import type { OpenApi } from '../openapi/document.js';
import type { LoadedSpec, PathView } from '../openapi/loaded-spec.js';
import { actionsOf, targetsOf } from '../openapi/overlay-targets.js';
import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import { type LintCode, lintFinding } from '../messages/lint.js';
import { placeIn } from '../openapi/place-in.js';
import { lintActions } from './lint-actions.js';
import { segment, TEXT_NAMES, translatable } from './translatable.js';

type Show = PathView['show'];

/** An overlay and what its targets match. */
interface Overlay {
  readonly source: Document['source'];
  readonly parsed: Readonly<Record<string, unknown>>;
  /** Normalised JSONPaths per action; undefined when the action has no usable target. */
  readonly targets: readonly (readonly string[] | undefined)[];
}

/**
 * Checks the overlays in the folder `overlays` beside a spec: every target must match something, and an overlay with
 * `x-translates` must translate every text of the document.
 */
export async function lintOverlays(spec: LoadedSpec): Promise<Diagnostic[]> {
  const folder = path.join(path.dirname(spec.file), 'overlays');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(ya?ml|json)$/.test(file)) : [];
  if (files.length === 0) return [];
  const document = await bundledDocument(spec);
  if (document === undefined) return [];
  const checked = files.sort().map(async (file) => {
    const opened = await spec.resolver.resolveDocument(null, path.join(folder, file), true);
    return opened instanceof Error ? [] : lintOpened(opened, { spec, document }, spec.show);
  });
  return (await Promise.all(checked)).flat();
}

/**
 * Checks one overlay: every action must have an effect and, if the document is known, match something in it.
 */
export async function lintOverlay(overlay: Document, spec: LoadedSpec | undefined, show: Show): Promise<Diagnostic[]> {
  const document = spec && (await bundledDocument(spec));
  return lintOpened(overlay, spec && document && { spec, document }, show);
}

/** The document that an overlay applies to. */
interface Ground {
  readonly spec: LoadedSpec;
  readonly document: OpenApi;
}

async function lintOpened({ source, parsed }: Document, ground: Ground | undefined, show: Show): Promise<Diagnostic[]> {
  if (!isObject(parsed)) return [];
  const actions = actionsOf({ source, parsed });
  const targets = actions.map((action) => targetsOf(action, ground?.document ?? {}));
  const overlay = { source, parsed, targets };
  const isStale = ground !== undefined && targets.some((found) => found?.length === 0);
  const after = isStale ? await documentAfter(source.absoluteRef, ground) : undefined;
  const reached = targets.map((found, index) =>
    found?.length === 0 && after !== undefined ? targetsOf(actions[index], after) : found,
  );
  return [
    ...lintActions({ source, parsed }, show),
    ...staleTargets({ ...overlay, targets: reached }, ground !== undefined, show),
    ...(ground === undefined ? [] : missingTexts(overlay, ground.document, show)),
  ];
}

/** An action may match what an earlier one has added. Undefined if the overlay cannot be applied: other rules report why. */
async function documentAfter(file: string, { spec, document }: Ground): Promise<OpenApi | undefined> {
  try {
    return (await applyOverlay(document, file, spec)).document;
  } catch (cause) {
    if (cause instanceof UsageError) return undefined;
    throw cause;
  }
}

/** Undefined if the spec cannot be bundled: other rules report why. */
async function bundledDocument(spec: LoadedSpec): Promise<OpenApi | undefined> {
  try {
    return await bundleSpec(spec);
  } catch (cause) {
    if (cause instanceof UsageError) return undefined;
    throw cause;
  }
}

function staleTargets(overlay: Overlay, isDocumentKnown: boolean, show: Show): Diagnostic[] {
  return overlay.targets.flatMap((found, index) => {
    if (found !== undefined && (found.length > 0 || !isDocumentKnown)) return [];
    const values = { problem: found === undefined ? 'syntax' : 'nothing' };
    return [diagnostic(overlay, { code: 'overlay-target-exists', values, pointer: `/actions/${index}/target` }, show)];
  });
}

function missingTexts(overlay: Overlay, document: OpenApi, show: Show): Diagnostic[] {
  if (typeof overlay.parsed['x-translates'] !== 'string') return [];
  const actions = actionsOf(overlay);
  const translated = new Set(
    overlay.targets.flatMap((found, index) => (found ?? []).flatMap((target) => textsIn(actions[index], target))),
  );
  const missing = translatable(document).filter((place) => !translated.has(place));
  return missing.map((missed) => {
    const values = { place: missed };
    return diagnostic(overlay, { code: 'translation-is-complete', values, pointer: '/x-translates' }, show);
  });
}

/** The texts that an action sets in one of its targets. */
function textsIn(action: unknown, target: string): string[] {
  const update = isObject(action) && isObject(action.update) ? action.update : {};
  return TEXT_NAMES.filter((name) => typeof update[name] === 'string').map((name) => target + segment(name));
}

function diagnostic(
  overlay: Overlay,
  { code, values, pointer }: { readonly code: LintCode; readonly values?: Values; readonly pointer: string },
  show: Show,
): Diagnostic {
  return lintFinding(code, placeIn(overlay, pointer, show), values);
}
