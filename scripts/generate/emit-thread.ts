import { parentPort, workerData } from 'node:worker_threads';

import { EMIT_GROUPS, type EmitGroup } from './emit-groups.js';
import type { Reply, Task } from './emit-threads.js';
import { IN_THIS_THREAD } from './workshop.js';

// The other end of emit-threads.ts. Edge: that starts this file with the name of a group, and sends nothing but tasks.
const group = workerData as EmitGroup;
await EMIT_GROUPS[group]();
parentPort?.on('message', (task: Task) => {
  void perform(task).then((reply) => {
    parentPort?.postMessage(reply);
  });
});

async function perform(task: Task): Promise<Reply> {
  try {
    if ('model' in task) return { files: await IN_THIS_THREAD.emit(group, task.model) };
    await IN_THIS_THREAD.verify(task.files);
    return { files: [] };
  } catch (cause) {
    return { fault: cause };
  }
}
