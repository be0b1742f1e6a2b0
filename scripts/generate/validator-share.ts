import { type Cache, NO_CACHE } from '../files/cache.js';
import { emitValidator, type ValidatorModule, type ValidatorTask } from './emit/validators.js';
import { createCompiler } from './validators/compile-schema.js';
import { verifyOutput } from './verify/verify-output.js';

/** Validators that several threads make together. */
export interface SharedTask extends ValidatorTask {
  /** One number in shared memory: how many of the schemas some thread has taken. */
  readonly taken: Int32Array;
}

/** The verified modules that one thread has made, by the name of the schema. */
export type Share = ReadonlyMap<string, ValidatorModule>;

/** Takes one schema after another until none is left. */
export function makeShare({ prepared, schemas, taken }: SharedTask, cache: Cache = NO_CACHE): Share {
  const compiler = createCompiler(prepared, 'TypeScript');
  const share = new Map<string, ValidatorModule>();
  for (;;) {
    const schema = schemas[Atomics.add(taken, 0, 1)];
    if (schema === undefined) return share;
    const { text, compile } = compiler(schema.name);
    const make = (): ValidatorModule => verified(emitValidator(schema, compile()));
    share.set(schema.name, cache.get(`validator ${schema.name} ${schema.file} ${text}`, make));
  }
}

/**
 * Verifies a module.
 *
 * @throws {Error} when it holds code that no emitter means to write: our own bug.
 */
function verified(module: ValidatorModule): ValidatorModule {
  verifyOutput([module.file]);
  return module;
}
