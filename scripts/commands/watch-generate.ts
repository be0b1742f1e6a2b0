import type { Invocation } from './command.js';
import { displayPath } from '../files/display-path.js';
import type { Job } from '../generate/job.js';
import { createMemory, type Recall } from '../files/cache.js';
import type { Session } from '../generate/session.js';
import { applyDifferences, compareOutput, readOutput, type FoundOutput } from '../generate/write/write.js';
import { count } from '../report/formats/pretty.js';
import { printFindings } from './print-findings.js';
import { UsageError } from '../messages/usage-error.js';
import { repeatOnChange } from '../watch/repeat-on-change.js';

/**
 * Generates, and again whenever a file of the spec changes, until somebody stops it: then the run in hand is finished, so
 * that nothing stays half written. What is wrong with the spec is printed, and watching goes on: the next save may cure it.
 */
export async function watchGenerate(job: Job, invocation: Invocation): Promise<number> {
  const { startSession } = await import('../generate/session.js');
  const memory = createMemory();
  const session = startSession(job, memory);
  try {
    return await repeatOnChange(session.files(), async () => {
      const started = performance.now();
      const outcome = await regenerate({ session, recall: memory.recall, job }, invocation);
      const milliseconds = (performance.now() - started).toFixed(0);
      invocation.print(`${outcome} in ${milliseconds} ms; watching ${count(session.files().length, 'file')}\n`);
      return session.files();
    });
  } finally {
    await session.end();
  }
}

interface Watched {
  readonly session: Session;
  readonly recall: Recall;
  readonly job: Job;
}

/** Gives what to say about it; findings come before, on lines of their own. */
async function regenerate({ session, recall, job }: Watched, invocation: Invocation): Promise<string> {
  try {
    // The thread of the session is the last to be done, so there is time to read what is there.
    const [{ diagnostics, files }, found] = await Promise.all([session.generate(), readFound(job.out, recall)]);
    if (diagnostics.length > 0) {
      printFindings(diagnostics, invocation);
      return `${count(diagnostics.length, 'problem')} in ${job.shownAs}, nothing written`;
    }
    const differences = compareOutput(files, job.out, found);
    applyDifferences(differences, job.out);
    return `${displayPath(job.out, invocation.cwd)}/: ${count(differences.length, 'file')} written`;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    invocation.print(`${cause.message}\n`);
    return 'nothing written';
  }
}

/** Fails as a promise, so that neither of two failures is lost. */
async function readFound(folder: string, recall: Recall): Promise<FoundOutput> {
  return Promise.resolve(readOutput(folder, recall));
}
