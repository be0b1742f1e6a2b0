import { parentPort } from 'node:worker_threads';

import { EMIT_GROUPS } from './emit-groups.js';
import { createMemory } from '../files/cache.js';
import type { Done, Numbered, Outcome, Task } from './start-emit-thread.js';
import { IN_THIS_THREAD } from './workshop.js';

// The other end of start-emit-thread.ts, which sends nothing but tasks.
const memory = createMemory();
await Promise.all(Object.values(EMIT_GROUPS).map((load) => load()));
parentPort?.on('message', ({ number, content }: Numbered<Task>) => {
  void perform(content).then((outcome) => {
    parentPort?.postMessage({ number, content: outcome } satisfies Numbered<Outcome>);
  });
});

async function perform(task: Task): Promise<Outcome> {
  try {
    return { done: await done(task) };
  } catch (cause) {
    return { fault: cause };
  }
}

async function done(task: Task): Promise<Done> {
  if ('model' in task) return IN_THIS_THREAD.emit(task.group, task.model);
  if ('ahead' in task) {
    const { workAhead, NOTHING_AHEAD } = await import('./work-ahead.js');
    // The thread that checks the same spec meets the same fault, and says so.
    return workAhead(task.ahead, memory).catch(() => NOTHING_AHEAD);
  }
  await IN_THIS_THREAD.verify(task.files);
  return [];
}
