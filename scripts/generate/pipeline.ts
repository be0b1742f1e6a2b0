import { statSync } from 'node:fs';

import { NO_CACHE, type Cache } from '../files/cache.js';
import { loadSpec } from '../files/load-spec.js';
import { ownVersion } from '../files/own-version.js';
import type { ImportStyle } from '../files/import-style.js';
import { hashSources, type Sources } from '../files/source-hash.js';
import { forgetDocuments } from '../files/spec-resolver.js';
import { expectLargeHeap } from '../files/tune-engine.js';
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
import type { Request } from './write/unchanged.js';

/** What to generate from a document; no overlays when left out. */
export type GenerateOptions = Omit<Request, 'specFile' | 'out' | 'overlays'> & Partial<Pick<Request, 'overlays'>>;

/** What to generate, and how to read and show it. */
export interface Job extends Request {
  /** How messages name the root document. */
  readonly shownAs: string;
  /** Hosts that documents may be fetched from over https. */
  readonly hosts: readonly string[];
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}

/** The whole output and warnings, or the errors that prevent it. */
export interface Generated {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly OutputFile[];
  /** What it was made from; left out when there are findings. */
  readonly sources?: Sources;
  readonly counts: { readonly operations: number; readonly schemas: number };
}

/** In bytes. i'mport's whole document is smaller. */
const LARGE_DOCUMENT = 1_000_000;

/**
 * Reads the document of a job and generates from it. `onRead` gets the files that were read or looked for, also when
 * generating fails.
 *
 * @throws {UsageError} when the spec cannot be read.
 */
export async function generateDocument(
  job: Job,
  cache: Cache,
  onRead: (files: Iterable<string>) => void,
): Promise<Generated> {
  const { specFile, shownAs, hosts, overlays, cwd } = job;
  if ((statSync(specFile, { throwIfNoEntry: false })?.size ?? 0) > LARGE_DOCUMENT) expectLargeHeap();
  const spec = await loadSpec(specFile, shownAs, { hosts, files: overlays, cwd, cache });
  try {
    return await generate(spec, job, cache);
  } finally {
    onRead(spec.resolver.getFiles());
  }
}

const NOTHING = { files: [], counts: { operations: 0, schemas: 0 } };

/**
 * Makes the whole output of a spec that has been loaded:
 *
 * overlay → lint (the rules that generated code depends on) → bundle → upgrade → select → rewrite → model → emit → verify;
 * the caller writes.
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
  verifyOutput(written);
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
