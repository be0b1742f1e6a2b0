import { type Diagnostic, hasErrors } from '../../messages/diagnostic.js';
import { bundleSpec } from '../../openapi/bundle.js';
import type { LoadedSpec } from '../../files/load-spec.js';
import type { Model } from './model.js';
import { normalise } from '../rewrite/rewrite.js';
import { applyOverlays } from '../../lint/apply-overlays.js';
import { selectTags } from './select.js';
import { hashSources, type Sources } from '../../files/source-hash.js';

/** What decides on the model beside the spec. */
export interface ModelOptions {
  /** Only operations with one of these tags; all when empty. */
  readonly include: readonly string[];
  /** Absolute paths of the overlays to apply, in this order; none when left out. */
  readonly overlays?: readonly string[];
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}

/** A model and what it was made from, or the findings that stand in its way. */
export type MadeModel =
  { readonly model: Model; readonly sources: Sources } | { readonly diagnostics: readonly Diagnostic[] };

/** bundle → overlay → select → normalise, of a spec that lint lets pass. */
export async function makeModel(spec: LoadedSpec, { include, overlays = [], cwd }: ModelOptions): Promise<MadeModel> {
  const { document, diagnostics } = await applyOverlays(await bundleSpec(spec), overlays, { spec, cwd });
  if (hasErrors(diagnostics)) return { diagnostics };
  const sources = await hashSources(spec, overlays);
  const selected = include.length > 0 ? selectTags(document, include) : document;
  return { model: normalise(selected, sources.hash), sources };
}
