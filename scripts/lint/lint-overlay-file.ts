import { existsSync } from 'node:fs';
import path from 'node:path';

import { createConfig, lint, type BaseResolver, type Document } from '@redocly/openapi-core';

import { hasErrors, sortDiagnostics, type Diagnostic } from '../messages/diagnostic.js';
import { pathView } from '../files/display-path.js';
import { loadSpec } from '../files/load-spec.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { openOverlay } from '../files/open-overlay.js';
import { applyOverlays } from './apply-overlays.js';
import { isObject } from '../json/schema.js';
import { createSpecResolver } from '../files/spec-resolver.js';
import { projectRoot } from '../files/spec-root.js';
import { lintOverlay } from './lint-overlays.js';
import { identityOf, lintOverlaid } from './lint-overlaid.js';
import { lintSpec, toDiagnostic } from './lint-spec.js';

/** An overlay that is linted by itself. */
export interface OverlayFile {
  /** Absolute path. */
  readonly file: string;
  readonly document: Document;
  readonly resolver: BaseResolver;
}

/** What was found in an overlay, and which document it was held against. */
export interface OverlayResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute path; undefined when no document is known, so that targets could not be looked up. */
  readonly spec: string | undefined;
}

/** A file that may be an overlay. */
export interface OverlayCandidate {
  /** Absolute path. */
  readonly file: string;
  readonly shownAs: string;
  /** Hosts that may be asked over https. */
  readonly hosts: readonly string[];
  /** Whether somebody has said that it is one. */
  readonly isExpected: boolean;
}

/**
 * Opens a file if it is an OpenAPI Overlay; undefined for anything else.
 *
 * @throws {UsageError} with the place, when it is one of a version that is not known, or is said to be one and unreadable.
 */
export async function openOverlayFile(candidate: OverlayCandidate): Promise<OverlayFile | undefined> {
  const { file, shownAs, hosts, isExpected } = candidate;
  const resolver = createSpecResolver({ root: projectRoot(file), hosts, files: [] });
  const document = await resolver.resolveDocument(null, file, true).catch(() => undefined);
  if (document === undefined || document instanceof Error) {
    if (!isExpected) return undefined;
  } else if (!isObject(document.parsed) || !('overlay' in document.parsed)) return undefined;
  return { file, document: await openOverlay(file, shownAs, resolver), resolver };
}

/**
 * Checks an overlay: its structure, its actions, its targets against the document it is for, and what it makes of that. That is `spec`, else the
 * file its `extends` names, else `openapi.yaml` beside it or one folder up.
 *
 * @throws {UsageError} when the document cannot be read.
 */
export async function lintOverlayFile(
  { file, document, resolver }: OverlayFile,
  spec: string | undefined,
  cwd: string,
): Promise<OverlayResult> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: file, config, externalRefResolver: resolver });
  const target = spec ?? documentOf(file, document.parsed);
  const loaded =
    target === undefined ? undefined : await loadSpec(target, path.relative(cwd, target), { files: [file], cwd });
  const view = pathView(cwd);
  const own = problems.map((problem) => toDiagnostic(problem, view));
  const found = [...own, ...(await lintOverlay(document, loaded, view.show))];
  const applied = hasErrors(found) || loaded === undefined ? [] : await lintApplied(file, loaded);
  return { diagnostics: sortDiagnostics([...found, ...applied]), spec: target };
}

/** What the overlay makes wrong with the document. What was wrong before is for the lint of the document. */
async function lintApplied(file: string, spec: LoadedSpec): Promise<readonly Diagnostic[]> {
  const applied = await applyOverlays(spec, [file]);
  if ('diagnostics' in applied) return applied.diagnostics;
  const before = new Set((await lintSpec(await spec.reload(), { rules: 'structure' })).map(identityOf));
  return (await lintOverlaid(applied.spec)).filter((finding) => !before.has(identityOf(finding)));
}

function documentOf(file: string, parsed: unknown): string | undefined {
  const folder = path.dirname(file);
  const extended = isObject(parsed) && typeof parsed.extends === 'string' ? parsed.extends : undefined;
  // An address is not fetched behind anybody's back; a copy can be named with --spec.
  const named = extended !== undefined && !/^[a-z][a-z\d+.-]+:/i.test(extended) ? [extended] : [];
  const usual = ['openapi.yaml', 'openapi.json', '../openapi.yaml', '../openapi.json'];
  const candidates = [...named, ...usual].map((candidate) => path.resolve(folder, candidate));
  return named.length > 0 ? candidates[0] : candidates.find((candidate) => existsSync(candidate));
}
