import { Worker } from 'node:worker_threads';

import type { EmitGroup } from './emit-groups.js';
import type { Model, OutputFile } from './model.js';
import type { Workshop } from './workshop.js';

/** What the thread is asked to do: run a group of emitters, or verify. */
export type Task = { readonly group: EmitGroup; readonly model: Model } | { readonly files: readonly OutputFile[] };

/** What it answers. Errors keep their message and stack on the way. */
export type Reply = { readonly files: readonly OutputFile[] } | { readonly fault: unknown };

/** A thread that has to be ended. */
export interface EmitThread extends Workshop {
  end(): Promise<void>;
}

/**
 * Starts a thread that loads the compiler at once, so that it is ready by the time the spec has been read and checked. It
 * answers in the order it was asked in. An error in it is thrown here as if it had come about here.
 *
 * One thread, because two would each load the compiler, which takes longer than what they could share.
 */
export function startEmitThread(): EmitThread {
  const worker = new Worker(new URL('./emit-thread.js', import.meta.url));
  const waiting: { resolve: (files: readonly OutputFile[]) => void; reject: (cause: unknown) => void }[] = [];
  const died = new Promise<never>((_resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread has ended'));
    });
  });
  // Whoever asks gets to know; until then it is no unhandled rejection.
  died.catch(() => undefined);
  worker.on('message', (reply: Reply) => {
    const asked = waiting.shift();
    if ('files' in reply) asked?.resolve(reply.files);
    else asked?.reject(reply.fault);
  });
  const ask = (task: Task): Promise<readonly OutputFile[]> => {
    const answer = new Promise<readonly OutputFile[]>((resolve, reject) => waiting.push({ resolve, reject }));
    worker.postMessage(task);
    return Promise.race([answer, died]);
  };
  return {
    emit: (group, model) => ask({ group, model }),
    async verify(files) {
      await ask({ files });
    },
    async end() {
      await worker.terminate();
    },
  };
}
