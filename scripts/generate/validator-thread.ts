import { parentPort, workerData } from 'node:worker_threads';

import { makeShare, type SharedTask } from './validator-share.js';

// `startValidators` starts this file as a thread, with its task.
parentPort?.postMessage(makeShare(workerData as SharedTask));
