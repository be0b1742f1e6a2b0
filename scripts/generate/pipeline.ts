import { type Diagnostic, hasErrors } from '../messages/diagnostic.js';
import { lintSpec } from '../lint/lint-spec.js';
import { emitCodes } from './emit/codes.js';
import { emitDocument } from './emit/document.js';
import { emitEntry } from './emit/entry.js';
import { emitJsonSchemas } from './emit/json-schemas.js';
import { emitManifest } from './emit/manifest.js';
import { emitOperations } from './emit/operations.js';
import { emitValidators } from './emit/validators.js';
import type { Emitter } from './emit-groups.js';
import type { LoadedSpec } from '../files/load-spec.js';
import { makeModel, type ModelOptions } from './model/make-model.js';
import type { Model, OutputFile } from './model/model.js';
import type { Recall } from '../files/cache.js';
import { ownVersion } from '../files/own-version.js';
import type { Sources } from '../files/source-hash.js';
import { IN_THIS_THREAD, type Workshop } from './workshop.js';

/** What to generate. */
export interface GenerateOptions extends ModelOptions {
  /** Whether to write `index.ts`, which binds the output to the runtime package. */
  readonly hasEntry: boolean;
}

/** How to emit; decides on the time it takes, never on the output. */
interface Means {
  readonly workshop: Workshop;
  readonly recall: Recall;
}

/** The whole output, or the findings that stand in its way. */
export interface Generated {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly OutputFile[];
  /** What it was made from; left out when there are findings. */
  readonly sources?: Sources;
  readonly counts: { readonly operations: number; readonly schemas: number };
}

/** The emitters that need no compiler; for the others see `EMIT_GROUPS`. */
const EMITTERS: readonly Emitter[] = [emitOperations, emitCodes, emitValidators, emitJsonSchemas, emitDocument];

const NOTHING = { files: [], counts: { operations: 0, schemas: 0 } };

/**
 * spec → lint → bundle → overlay → select → normalise → emit → verify → manifest. Nothing here touches the disk but to read
 * the spec. What needs a compiler is done in the workshop, which may be another thread, at the same time as the rest.
 */
export async function generate(
  spec: LoadedSpec,
  options: GenerateOptions,
  workshop: Workshop = IN_THIS_THREAD,
): Promise<Generated> {
  const { include, hasEntry, cwd } = options;
  const diagnostics = await lintSpec(spec, { rules: 'structure', cwd });
  if (hasErrors(diagnostics)) return { diagnostics, ...NOTHING };
  const made = await makeModel(spec, options);
  if ('diagnostics' in made) return { diagnostics: made.diagnostics, ...NOTHING };
  const { model, sources } = made;
  const emitters = hasEntry ? [...EMITTERS, emitEntry] : EMITTERS;
  const emitted = await emitAll(model, emitters, { workshop, recall: spec.recall });
  const generator = { name: '@iamport-kit/cli', version: ownVersion() };
  const build = { generator, sources: sources.names, include: [...new Set(include)].sort() };
  return {
    diagnostics: [],
    files: distinct([...emitted, emitManifest(model, build, emitted)]),
    sources,
    counts: { operations: model.operations.length, schemas: model.schemas.length },
  };
}

/** Everything but the manifest. The workshop is set to work first. */
async function emitAll(model: Model, emitters: readonly Emitter[], { workshop, recall }: Means): Promise<OutputFile[]> {
  const here = async (): Promise<OutputFile[]> => Promise.resolve(emitters.flatMap((emit) => emit(model, recall)));
  const groups = [workshop.emit('types', model), workshop.emit('classes', model), here()];
  const verified = groups.map(async (group) => {
    const files = await group;
    await workshop.verify(files);
    return files;
  });
  return (await Promise.all(verified)).flat();
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
