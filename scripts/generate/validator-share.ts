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
export function makeShare({ prepared, names, taken }: SharedTask, cache: Cache = NO_CACHE): Share {
  const compiler = createCompiler(prepared, 'TypeScript');
  const share = new Map<string, ValidatorModule>();
  for (;;) {
    const name = names[Atomics.add(taken, 0, 1)];
    if (name === undefined) return share;
    const { text, compile } = compiler(name);
    const make = (): ValidatorModule => verified(emitValidator(name, compile()));
    share.set(name, cache.get(`validator ${name} ${text}`, make));
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
