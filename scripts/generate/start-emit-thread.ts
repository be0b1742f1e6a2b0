import { Worker } from 'node:worker_threads';

import type { EmitGroup } from './emit-groups.js';
import type { Job } from './job.js';
import type { Model, OutputFile } from './model/model.js';
import type { Ahead } from './work-ahead.js';
import type { Workshop } from './workshop.js';

/** What the thread is asked to do: run a group of emitters, verify, or do both for a spec that it reads itself. */
export type Task =
  | { readonly group: EmitGroup; readonly model: Model }
  | { readonly files: readonly OutputFile[] }
  | { readonly ahead: Job };

/** What a task makes. */
export type Done = readonly OutputFile[] | Ahead;

/** What comes of it. Errors keep their message and stack on the way. */
export type Outcome = { readonly done: Done } | { readonly fault: unknown };

/** A task, or what came of it. Some take longer than others, so the number tells which. */
export interface Numbered<Content> {
  readonly number: number;
  readonly content: Content;
}

/** A thread that has to be ended. */
export interface EmitThread extends Workshop {
  /** Reads the spec itself; see {@link Ahead}. Rejects only when the thread has died. */
  workAhead(job: Job): Promise<Ahead>;
  end(): Promise<void>;
}

/** Room for young objects, in MB. A compiler makes many that live through one file and no longer. */
const ROOM = { maxYoungGenerationSizeMb: 96 };

/**
 * Starts a thread that loads the compiler at once, so that it is ready by the time the spec has been read and checked. An
 * error in it is thrown here as if it had come about here.
 *
 * One thread, because two would each load the compiler, which takes longer than what they could share.
 */
export function startEmitThread(): EmitThread {
  const worker = new Worker(new URL('./emit-thread.js', import.meta.url), { resourceLimits: ROOM });
  const waiting = new Map<number, { resolve: (done: never) => void; reject: (cause: unknown) => void }>();
  let asked = 0;
  const died = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread has ended'));
    });
  });
  // Whoever asks gets to know; until then it is no unhandled rejection.
  died.catch(() => undefined);
  worker.on('message', ({ number, content }: Numbered<Outcome>) => {
    const who = waiting.get(number);
    waiting.delete(number);
    // The thread gives for each task what belongs to it.
    if ('done' in content) who?.resolve(content.done as never);
    else who?.reject(content.fault);
  });
  const ask = <Done>(content: Task): Promise<Done> => {
    const number = (asked += 1);
    const answer = new Promise<Done>((resolve, reject) => waiting.set(number, { resolve, reject }));
    worker.postMessage({ number, content } satisfies Numbered<Task>);
    return Promise.race([answer, died]);
  };
  return {
    emit: (group, model) => ask({ group, model }),
    workAhead: (job) => ask({ ahead: job }),
    async verify(files) {
      await ask({ files });
    },
    async end() {
      await worker.terminate();
    },
  };
}
