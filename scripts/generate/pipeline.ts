import type { Cache } from '../files/cache.js';
import { NO_CACHE } from '../files/cache.js';
import { ownVersion } from '../files/own-version.js';
import type { ImportStyle } from '../files/import-style.js';
import { hashSources, type Sources } from '../files/source-hash.js';
import { forgetDocuments } from '../files/spec-resolver.js';
import { applyOverlays } from '../lint/apply-overlays.js';
import { lintOverlaid } from '../lint/lint-overlaid.js';
import { lintSpec } from '../lint/lint-spec.js';
import { type Diagnostic, hasErrors } from '../messages/diagnostic.js';
import { bundleSpec } from '../openapi/bundle.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { upgrade } from '../openapi/upgrade.js';
import { bannerText, withBanner } from './emit/banner.js';
import { emitManifest } from './emit/manifest.js';
import { withExtension } from './emit/imports.js';
import { buildModel } from './model/build-model.js';
import type { Model, OutputFile } from './model/model.js';
import { selectTags } from './model/select.js';
import { rewrite } from './rewrite/every-rewrite.js';

/** What to generate. */
export interface GenerateOptions {
  /** Only operations with one of these tags; all when empty. */
  readonly include: readonly string[];
  /** Absolute paths of the overlays to apply, in this order; none when left out. */
  readonly overlays?: readonly string[];
  /** Whether the validators of requests refuse read-only properties; see the flag `--strict-read-only`. */
  readonly strictReadOnly?: boolean;
  /** Whether to write `index.ts`, which binds the output to the runtime package. */
  readonly hasEntry: boolean;
  /** How the files import each other; with `.js` when left out. */
  readonly imports?: ImportStyle;
}

/** The whole output and warnings, or the errors that prevent it. */
export interface Generated {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly OutputFile[];
  /** What it was made from; left out when there are findings. */
  readonly sources?: Sources;
  readonly counts: { readonly operations: number; readonly schemas: number };
}

const NOTHING = { files: [], counts: { operations: 0, schemas: 0 } };

/**
 * Makes the whole output of a spec that has been loaded:
 *
 * overlay → lint (structure) → bundle → upgrade → select → rewrite → model → emit → verify; the caller writes.
 *
 * Nothing here touches the disk except to read the spec. A cache keeps what takes long for the next run of the process.
 *
 * @throws {UsageError} when the spec or an overlay cannot be read.
 */
export async function generate(
  loaded: LoadedSpec,
  options: GenerateOptions,
  cache: Cache = NO_CACHE,
): Promise<Generated> {
  const { overlays = [], include } = options;
  const { spec, diagnostics } = await overlayAndLint(loaded, overlays);
  if (hasErrors(diagnostics)) return { diagnostics, ...NOTHING };
  const document = selectTags(upgrade(await bundleSpec(spec)), include);
  const sources = await hashSources(loaded, overlays);
  for (const { resolver } of [loaded, spec]) forgetDocuments(resolver);
  const model = buildModel(
    document,
    rewrite(document, { version: spec.version, strictReadOnly: options.strictReadOnly }),
  );
  const files = await emit(model, { options, sources, cache });
  const counts = { operations: model.operations.length, schemas: model.schemas.length };
  return { diagnostics, files, sources, counts };
}

/** Overlays come first: they may cure what lint would refuse. */
async function overlayAndLint(
  loaded: LoadedSpec,
  overlays: readonly string[],
): Promise<{ readonly spec: LoadedSpec; readonly diagnostics: readonly Diagnostic[] }> {
  if (overlays.length === 0) return { spec: loaded, diagnostics: await lintSpec(loaded, { rules: 'generate' }) };
  const applied = await applyOverlays(loaded, overlays);
  if ('diagnostics' in applied) return { spec: loaded, ...applied };
  return { spec: applied.spec, diagnostics: [...applied.spec.warnings, ...(await lintOverlaid(applied.spec))] };
}

const JS_IMPORTS: ImportStyle = { extension: '.js', modules: 'ES modules', because: '' };

interface Build {
  readonly options: GenerateOptions;
  readonly sources: Sources;
  readonly cache: Cache;
}

/** Runs every emitter. They load a compiler, so only when there is something to emit. */
async function emit(model: Model, { options, sources, cache }: Build): Promise<readonly OutputFile[]> {
  const [{ EMITTERS }, { emitEntry }, { startValidators }, { verifyOutput }] = await Promise.all([
    import('./emit/every-emitter.js'),
    import('./emit/entry.js'),
    import('./start-validators.js'),
    import('./verify/verify-output.js'),
  ]);
  const { hasEntry, imports = JS_IMPORTS } = options;
  const emitters = hasEntry ? [...EMITTERS, emitEntry] : EMITTERS;
  const finishValidators = startValidators(model, cache);
  const written = emitters.flatMap((each) => each(model, { cache, isOwn: !hasEntry }));
  verifyOutput(written, cache);
  const emitted = [...written, ...(await finishValidators())].map((file) => withExtension(file, imports.extension));
  const generator = { name: '@iamport-kit/cli', version: ownVersion() };
  const banner = bannerText(generator.version, sources.names[0] ?? '');
  const build = {
    generator,
    sources: sources.names,
    include: [...new Set(options.include)].sort(),
    imports,
    ...(options.strictReadOnly === true && { strictReadOnly: true }),
  };
  return distinct([...emitted, emitManifest(model, build, emitted)].map((file) => withBanner(file, banner)));
}

/** Two files of one path would silently lose one; case counts as equal, because some file systems fold it. */
function distinct(files: readonly OutputFile[]): readonly OutputFile[] {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path.toLowerCase())) throw new Error(`two emitters write ${path}`);
    seen.add(path.toLowerCase());
  }
  return files;
}
