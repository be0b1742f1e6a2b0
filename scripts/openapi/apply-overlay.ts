import { bundleFromString, createConfig, type NormalizedProblem } from '@redocly/openapi-core';

import { UsageError } from '../messages/usage-error.js';
import type { OpenApi } from './document.js';
import type { LoadedSpec } from './loaded-spec.js';
import { withQuotedTargets } from './overlay-targets.js';

/**
 * Applies the overlay of a file to a bundled document. `problems` is what Redocly has to say about that.
 *
 * @throws {UsageError} when it cannot be applied.
 */
export async function applyOverlay(
  document: OpenApi,
  file: string,
  spec: LoadedSpec,
): Promise<{ readonly document: OpenApi; readonly problems: readonly NormalizedProblem[] }> {
  await quoteTargets(file, spec);
  const result = await bundleFromString({
    source: JSON.stringify(document),
    absoluteRef: spec.file,
    config: await createConfig({}),
    externalRefResolver: spec.resolver,
    overlays: [file],
  }).catch((cause: unknown) => {
    // Redocly's message has absolute paths, and quotes the text on further lines.
    const [line = ''] = String(cause instanceof Error ? cause.message : cause).split('\n', 1);
    throw new UsageError('overlay-failed', { quote: line.replaceAll(file, spec.show(file)) }, { cause });
  });
  // Redocly hands over what it parsed; the check of the structure comes right after.
  // What bundling cannot resolve is reported by lint; here, only what is wrong with the overlay.
  const problems = result.problems.filter(({ location: [place] }) => place?.source.absoluteRef === file);
  return { document: result.bundle.parsed as OpenApi, problems };
}

/** Redocly reads the overlay by its name; what cannot be read is left to it to say. */
async function quoteTargets(file: string, { resolver }: LoadedSpec): Promise<void> {
  const overlay = await resolver.resolveDocument(null, file, true).catch(() => undefined);
  if (overlay === undefined || overlay instanceof Error) return;
  resolver.cache.set(file, Promise.resolve(withQuotedTargets(overlay)));
}
