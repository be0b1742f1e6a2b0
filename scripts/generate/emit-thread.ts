import { parentPort } from 'node:worker_threads';

import { EMIT_GROUPS } from './emit-groups.js';
import type { Reply, Task } from './start-emit-thread.js';
import { IN_THIS_THREAD } from './workshop.js';

// The other end of start-emit-thread.ts, which sends nothing but tasks.
await Promise.all(Object.values(EMIT_GROUPS).map((load) => load()));
parentPort?.on('message', (task: Task) => {
  void perform(task).then((reply) => {
    parentPort?.postMessage(reply);
  });
});

async function perform(task: Task): Promise<Reply> {
  try {
    if ('model' in task) return { files: await IN_THIS_THREAD.emit(task.group, task.model) };
    await IN_THIS_THREAD.verify(task.files);
    return { files: [] };
  } catch (cause) {
    return { fault: cause };
  }
}
