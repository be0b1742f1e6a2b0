import { readFileSync } from 'node:fs';

import { bundleFromString, createConfig } from '@redocly/openapi-core';

import { hasErrors, type Diagnostic } from '../diagnostics.js';
import { displayPath } from '../display-path.js';
import { lintText, toDiagnostic } from '../lint/lint-spec.js';
import { reasonOf } from '../reason-of.js';
import { UsageError } from '../usage-error.js';
import type { LoadedSpec } from './load.js';
import type { OpenApi } from './model.js';

/** A document after its overlays, or what is wrong with them. */
export interface Overlaid {
  readonly document: OpenApi;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies OpenAPI Overlay documents (1.0 to 1.2) in the order given. Redocly does the work: actions in order, targets by
 * JSONPath as RFC 9535 has it. The result must be as sound as a spec that was written that way.
 *
 * @throws {UsageError} when a file cannot be read or is no overlay.
 */
export async function applyOverlays(
  bundled: OpenApi,
  overlays: readonly string[],
  { spec, cwd }: { readonly spec: LoadedSpec; readonly cwd: string },
): Promise<Overlaid> {
  if (overlays.length === 0) return { document: bundled, diagnostics: [] };
  for (const overlay of overlays) checkReadable(overlay, cwd);
  const result = await bundleFromString({
    // Examples are in place already: their files are named relative to the files that named them.
    source: JSON.stringify(bundled),
    absoluteRef: spec.file,
    config: await createConfig({}),
    externalRefResolver: spec.resolver,
    overlays: [...overlays],
  }).catch((cause: unknown) => {
    throw new UsageError(`cannot apply the overlays: ${fault(cause, overlays, cwd)}`, { cause });
  });
  const own = result.problems.map((problem) => toDiagnostic(problem, cwd));
  // Redocly hands over what it parsed; the check of the structure comes right after.
  const document = result.bundle.parsed as OpenApi;
  const diagnostics = hasErrors(own) ? own : await lintText(JSON.stringify(document), spec, cwd);
  return { document, diagnostics };
}

function checkReadable(file: string, cwd: string): void {
  try {
    readFileSync(file);
  } catch (cause) {
    throw new UsageError(`cannot read the overlay ${displayPath(file, cwd)} (${reasonOf(cause)})`, { cause });
  }
}

/** Redocly's message has absolute paths, and quotes the text on further lines. */
function fault(cause: unknown, overlays: readonly string[], cwd: string): string {
  const [line = ''] = cause instanceof Error ? cause.message.split('\n', 1) : ['unknown reason'];
  return overlays.reduce((text, file) => text.replaceAll(file, displayPath(file, cwd)), line);
}
