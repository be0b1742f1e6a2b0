import { isCodeFile } from './emit/banner.js';
import type { Job } from './job.js';
import type { OutputFile } from './model/model.js';
import type { Recall } from '../files/cache.js';
import { startEmitThread } from './start-emit-thread.js';
import type { Ahead } from './work-ahead.js';
import type { Workshop } from './workshop.js';

/** A workshop that is told of a run before there is a model. */
export interface AheadWorkshop extends Workshop {
  /** Sets it to work on the spec as it is on the disk. What that gives counts only for a model of the same texts. */
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Works in a thread of its own, and verifies nothing twice. */
export function createAheadWorkshop(job: Job, recall: Recall): AheadWorkshop {
  let thread = startEmitThread();
  let isIdle = true;
  let ahead: Promise<Ahead | undefined> = Promise.resolve(undefined);
  const verified = new WeakSet<OutputFile>();
  return {
    async begin() {
      // What lint refuses may keep it busy for ever, or have killed it.
      if (!isIdle) {
        await thread.end();
        thread = startEmitThread();
      }
      isIdle = job.hosts.length > 0;
      if (isIdle) return;
      ahead = thread.workAhead(job).then(
        (done) => {
          isIdle = true;
          return done;
        },
        () => undefined,
      );
    },
    async emit(group, model) {
      const done = await ahead;
      if (done?.sourceHash !== model.sourceHash) return thread.emit(group, model);
      for (const file of done.groups[group]) verified.add(file);
      return done.groups[group];
    },
    async verify(files) {
      const fresh: OutputFile[] = [];
      for (const file of files.filter(isCodeFile))
        if (!verified.has(file)) recall(`verified ${file.path} ${file.text}`, () => fresh.push(file));
      if (fresh.length > 0) await thread.verify(fresh);
    },
    end: () => thread.end(),
  };
}
