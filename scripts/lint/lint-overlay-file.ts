import { existsSync } from 'node:fs';
import path from 'node:path';

import { createConfig, lint, type BaseResolver, type Document } from '@redocly/openapi-core';

import { sortDiagnostics, type Diagnostic } from '../diagnostics.js';
import { loadSpec } from '../generate/load.js';
import { isObject } from '../generate/schema.js';
import { createSpecResolver } from '../generate/spec-resolver.js';
import { projectRoot } from '../generate/spec-root.js';
import { lintOverlay } from './lint-overlays.js';
import { toDiagnostic } from './lint-spec.js';

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

/** Opens a file if it is an OpenAPI Overlay; undefined for anything else, unreadable files included. */
export async function openOverlayFile(file: string, hosts: readonly string[]): Promise<OverlayFile | undefined> {
  const resolver = createSpecResolver({ root: projectRoot(file), hosts, files: [] });
  const document = await resolver.resolveDocument(null, file, true).catch(() => undefined);
  if (document === undefined || document instanceof Error || !isObject(document.parsed)) return undefined;
  return typeof document.parsed.overlay === 'string' ? { file, document, resolver } : undefined;
}

/**
 * Checks an overlay: its structure, its actions, and its targets against the document it is for. That is `spec`, else the
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
  const loaded = target === undefined ? undefined : await loadSpec(target, path.relative(cwd, target));
  const own = problems.map((problem) => toDiagnostic(problem, cwd));
  return { diagnostics: sortDiagnostics([...own, ...(await lintOverlay(document, loaded, cwd))]), spec: target };
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
