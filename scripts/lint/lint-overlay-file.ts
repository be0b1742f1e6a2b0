import { existsSync } from 'node:fs';
import path from 'node:path';

import { type BaseResolver, createConfig, type Document, lint } from '@redocly/openapi-core';

import { type Diagnostic, hasErrors, sortDiagnostics } from '../messages/diagnostic.js';
import { pathView } from '../files/display-path.js';
import { loadSpec, openOverlay } from '../files/load-spec.js';
import { lintFinding } from '../messages/lint.js';
import type { LoadedSpec, PathView } from '../openapi/loaded-spec.js';
import { placeIn } from '../openapi/place-in.js';
import { applyOverlays } from './apply-overlays.js';
import { isObject } from '../json/schema.js';
import { createSpecResolver, type Reach } from '../files/spec-resolver.js';
import { projectRoot } from '../files/spec-root.js';
import { lintOverlay } from './lint-overlays.js';
import { identityOf, lintOverlaid } from './lint-overlaid.js';
import { filesOf, type LintOptions, lintSpec, rulesetOf, toDiagnostic } from './lint-spec.js';
import { weigh } from './rulesets.js';

/** An overlay that is linted as a file of its own. */
export interface OverlayFile {
  /** Absolute path. */
  readonly file: string;
  readonly document: Document;
  readonly resolver: BaseResolver;
  readonly texts: OverlayCandidate['texts'];
}

/** The findings in an overlay, and the document that it was applied to. */
export interface OverlayResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files of that document; undefined if none is known, so that the targets were not looked up. */
  readonly read: readonly string[] | undefined;
}

/** A file that may be an overlay. */
export interface OverlayCandidate extends Pick<Reach, 'hosts' | 'texts'> {
  /** Absolute path. */
  readonly file: string;
  readonly shownAs: string;
  /** Whether the caller expects an overlay: then anything else is an error. */
  readonly isExpected: boolean;
  /** Folder that references may read from, if it contains the file. Default: its repository. */
  readonly root?: string | undefined;
}

/**
 * Opens a file if it is an OpenAPI Overlay; undefined for anything else.
 *
 * @throws {UsageError} with the place, when its version is not supported, or when it is expected and cannot be read.
 */
export async function openOverlayFile(candidate: OverlayCandidate): Promise<OverlayFile | undefined> {
  const { file, shownAs, hosts, texts, isExpected, root } = candidate;
  const reach = { root: projectRoot(file, { root }), hosts, files: [file], ...(texts && { texts }) };
  const resolver = createSpecResolver(reach);
  const document = await resolver.resolveDocument(null, file, true).catch(() => undefined);
  if (document === undefined || document instanceof Error) {
    if (!isExpected) return undefined;
  } else if (!isObject(document.parsed) || !('overlay' in document.parsed)) return undefined;
  return { file, document: await openOverlay(file, shownAs, resolver), resolver, texts };
}

/** How to lint an overlay. */
export interface OverlayLintOptions extends LintOptions {
  /** Absolute path of the document. Default: `extends`, else `openapi.yaml` in the same folder or the one above. */
  readonly spec: string | undefined;
  readonly cwd: string;
  /** Folder that references may read from, if it contains the document. Default: its repository. */
  readonly root?: string | undefined;
}

/**
 * Checks an overlay: its structure, its actions, its targets in the document, and the document with the overlay applied.
 *
 * @throws {UsageError} when the document cannot be read.
 */
export async function lintOverlayFile(overlay: OverlayFile, options: OverlayLintOptions): Promise<OverlayResult> {
  const { file, document, resolver, texts } = overlay;
  const { cwd, rules, levels = new Map() } = options;
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: file, config, externalRefResolver: resolver });
  const view = pathView(cwd);
  const { target, missing } = targetOf(overlay, options.spec, view);
  const loadOptions = { files: [file], cwd, root: options.root, ...(texts && { texts }) };
  const loaded = target === undefined ? undefined : await loadSpec(target, path.relative(cwd, target), loadOptions);
  const own = problems.map((problem) => toDiagnostic(problem, view));
  const found = [...own, ...missing, ...(await lintOverlay(document, loaded, view.show))];
  const choice = rules !== 'auto' ? rules : loaded === undefined ? 'recommended' : await rulesetOf(loaded);
  const weighed = weigh(found, { choice, version: loaded?.version ?? '3.1', levels });
  const applied = hasErrors(weighed) || loaded === undefined ? [] : await lintApplied(file, loaded);
  return { diagnostics: sortDiagnostics([...weighed, ...applied]), read: loaded && filesOf(loaded) };
}

/** Problems of the document that the overlay causes; not those that the document has without it. */
async function lintApplied(file: string, spec: LoadedSpec): Promise<readonly Diagnostic[]> {
  const applied = await applyOverlays(spec, [file]);
  if ('diagnostics' in applied) return applied.diagnostics;
  const before = new Set((await lintSpec(await spec.reload(), { rules: 'generate' })).map(identityOf));
  return (await lintOverlaid(applied.spec)).filter((finding) => !before.has(identityOf(finding)));
}

interface Target {
  readonly target: string | undefined;
  readonly missing: readonly Diagnostic[];
}

function targetOf({ file, document }: OverlayFile, given: string | undefined, { show }: PathView): Target {
  if (given !== undefined) return { target: given, missing: [] };
  const folder = path.dirname(file);
  const { parsed } = document;
  const extended = isObject(parsed) && typeof parsed.extends === 'string' ? parsed.extends : undefined;
  // A URL is not fetched. --spec can name a copy.
  if (extended !== undefined && !/^[a-z][a-z\d+.-]+:/i.test(extended)) {
    const target = path.resolve(folder, extended);
    if (existsSync(target)) return { target, missing: [] };
    const finding = lintFinding('overlay-document-exists', placeIn(document, '/extends', show), { file: extended });
    return { target: undefined, missing: [finding] };
  }
  const usual = ['openapi.yaml', 'openapi.json', '../openapi.yaml', '../openapi.json'];
  const candidates = usual.map((candidate) => path.resolve(folder, candidate));
  return { target: candidates.find((candidate) => existsSync(candidate)), missing: [] };
}
