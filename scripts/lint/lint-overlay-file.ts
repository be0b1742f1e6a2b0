import { existsSync } from 'node:fs';
import path from 'node:path';

import { createConfig, type Document, lint } from '@redocly/openapi-core';

import { type Diagnostic, hasErrors, sortDiagnostics } from '../messages/diagnostic.js';
import { pathView, type ShownFile } from '../files/display-path.js';
import { loadSpec, openOverlay } from '../files/load-spec.js';
import { finding } from '../messages/finding.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { placeIn } from '../openapi/place-in.js';
import { applyOverlays } from './apply-overlays.js';
import { isObject } from '../json/schema.js';
import { createSpecResolver } from '../files/spec-resolver.js';
import { projectRoot } from '../files/spec-root.js';
import { lintOverlay } from './lint-overlays.js';
import { identityOf, lintOverlaid } from './lint-overlaid.js';
import { filesOf, type LintOptions, lintSpec, rulesetOf, toDiagnostic } from './lint-spec.js';
import { weigh } from './rulesets.js';

/** The findings in an overlay, and the document that it was applied to. */
export interface OverlayResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files of that document; undefined if none is known, so that the targets were not looked up. */
  readonly read: readonly string[] | undefined;
}

/** How to lint an overlay. */
export interface OverlayLintOptions extends LintOptions {
  /** Absolute path of the document. Default: `extends`, else `openapi.yaml` in the same folder or the one above. */
  readonly spec: string | undefined;
  readonly cwd: string;
  /** Hosts that may be asked over https. */
  readonly hosts: readonly string[];
  /** Folder that references may read from, if it contains the document. Default: its repository. */
  readonly root?: string | undefined;
}

/**
 * Checks an overlay: its structure, its actions, its targets in the document, and the document with the overlay applied.
 * Undefined for a file that is something else.
 *
 * @throws {UsageError} with the place, when its version is not supported; when the document cannot be read, or the file,
 * where a document is given for it.
 */
export async function lintOverlayFile(
  { file, shownAs, text }: ShownFile & { readonly text?: string },
  options: OverlayLintOptions,
): Promise<OverlayResult | undefined> {
  const { cwd, hosts, root, rules, levels = new Map() } = options;
  const texts = new Map(text === undefined ? [] : [[file, text]]);
  const resolver = createSpecResolver({ root: projectRoot(file, { root }), hosts, files: [file], texts });
  const read = await resolver.resolveDocument(null, file, true).catch(() => undefined);
  const isRead = read !== undefined && !(read instanceof Error);
  const isOther = isRead ? !isObject(read.parsed) || !('overlay' in read.parsed) : options.spec === undefined;
  if (isOther) return undefined;
  const document = await openOverlay(file, shownAs, resolver);
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: file, config, externalRefResolver: resolver });
  const view = pathView(cwd);
  const extended = options.spec === undefined ? extendedBy(document) : undefined;
  const target = options.spec ?? firstExisting(path.dirname(file), extended === undefined ? USUAL : [extended]);
  const missing =
    extended === undefined || target !== undefined
      ? []
      : [finding('overlay-document-exists', placeIn(document, '/extends', view.show), { file: extended })];
  const loadOptions = { files: [file], cwd, root, texts };
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

const USUAL = ['openapi.yaml', 'openapi.json', '../openapi.yaml', '../openapi.json'];

/** The document that an overlay names. A URL is not fetched; --spec can name a copy. */
function extendedBy({ parsed }: Document): string | undefined {
  const extended = isObject(parsed) && typeof parsed.extends === 'string' ? parsed.extends : undefined;
  return extended !== undefined && /^[a-z][a-z\d+.-]+:/i.test(extended) ? undefined : extended;
}

function firstExisting(folder: string, names: readonly string[]): string | undefined {
  return names.map((name) => path.resolve(folder, name)).find((file) => existsSync(file));
}
