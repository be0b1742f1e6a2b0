import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { type Cache, NO_CACHE } from '../files/cache.js';
import { OWN_FOLDER } from '../files/own-folder.js';
import { emitValidatorSupport, validatorTask } from './emit/validators.js';
import type { Model, OutputFile } from './model/model.js';
import { makeShare, type Share, type SharedTask } from './validator-share.js';
import { verifyOutput } from './verify/verify-output.js';

/** In UTF-16 units of the prepared schemas as JSON. With fewer, a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 1_000_000;

/** Only the built program has it: from the sources, this thread makes all validators. */
const THREAD = new URL('generate/validator-thread.js', OWN_FOLDER);

/**
 * Starts a second thread that makes validators of a model, if there are many. The returned function makes the rest in this
 * thread and returns the verified files of all. Call it when there is nothing else to do.
 *
 * A run that keeps results makes only a few validators anew, so it needs no thread.
 */
export function startValidators(model: Model, cache: Cache = NO_CACHE): () => Promise<readonly OutputFile[]> {
  const task: SharedTask = { ...validatorTask(model), taken: new Int32Array(new SharedArrayBuffer(4)) };
  const others = cache.keeps || !isWorthAThread(task) ? undefined : shareOfThread(task);
  // A failure is reported where the share is awaited, below.
  others?.catch(() => undefined);
  return async () => {
    const share = makeShare(task, cache);
    const made = new Map([...share, ...((await others) ?? [])]);
    // The threads take them in any order.
    const names = task.schemas.map(({ name }) => name);
    const modules = names.flatMap((name) => made.get(name) ?? []);
    const support = emitValidatorSupport(names, [...new Set(modules.flatMap(({ formats }) => formats))]);
    verifyOutput(support);
    return [...modules.map(({ file }) => file), ...support];
  };
}

function isWorthAThread({ prepared }: SharedTask): boolean {
  return JSON.stringify(prepared.schemas).length > WORTH_A_THREAD && existsSync(THREAD);
}

/** @throws {Error} what the thread throws, and when it ends without a result. */
async function shareOfThread(workerData: SharedTask): Promise<Share> {
  const thread = new Worker(THREAD, { workerData });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      reject(new Error(`the second thread ended with ${code}`));
    });
  });
}
