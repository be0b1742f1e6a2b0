import { Worker } from 'node:worker_threads';

import type { EmitGroup } from './emit-groups.js';
import type { Model, OutputFile } from './model.js';
import type { Workshop } from './workshop.js';

/** What a thread is asked to do: run its emitters, or verify. */
export type Task = { readonly model: Model } | { readonly files: readonly OutputFile[] };

/** What it answers. Errors keep their message and stack on the way. */
export type Reply = { readonly files: readonly OutputFile[] } | { readonly fault: unknown };

/** Threads that have to be ended. */
export interface EmitThreads extends Workshop {
  end(): Promise<void>;
}

/**
 * Starts a thread for every group of emitters. Each loads its compiler at once, so that it is ready by the time the spec has
 * been read and checked. An error in a thread is thrown here as if it had come about here.
 */
export function startEmitThreads(): EmitThreads {
  const threads = { types: startThread('types'), classes: startThread('classes') };
  return {
    emit: (group, model) => threads[group].ask({ model }),
    async verify(files) {
      // The thread that has the compiler loaded.
      await threads.types.ask({ files });
    },
    async end() {
      await Promise.all(Object.values(threads).map((thread) => thread.end()));
    },
  };
}

interface Thread {
  ask(task: Task): Promise<readonly OutputFile[]>;
  end(): Promise<unknown>;
}

/** One thread answers in the order it was asked in. */
function startThread(group: EmitGroup): Thread {
  const worker = new Worker(new URL('./emit-thread.js', import.meta.url), { workerData: group });
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
  return {
    ask(task) {
      const answer = new Promise<readonly OutputFile[]>((resolve, reject) => waiting.push({ resolve, reject }));
      worker.postMessage(task);
      return Promise.race([answer, died]);
    },
    end: () => worker.terminate(),
  };
}
