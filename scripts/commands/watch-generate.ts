import type { Invocation } from '../command.js';
import { displayPath } from '../display-path.js';
import { startSession, type Session, type SessionRequest } from '../generate/session.js';
import { applyDifferences, compareOutput } from '../generate/write.js';
import { count } from '../report/pretty.js';
import { printFindings } from '../report/print-findings.js';
import { UsageError } from '../usage-error.js';
import { repeatOnChange } from '../watch/repeat-on-change.js';

/**
 * Generates, and again whenever a file of the spec changes, until somebody stops it: then the run in hand is finished, so
 * that nothing stays half written. What is wrong with the spec is printed, and watching goes on: the next save may cure it.
 */
export async function watchGenerate(job: SessionRequest, invocation: Invocation): Promise<number> {
  const session = await startSession(job, 'many');
  try {
    return await repeatOnChange(session.files(), async () => {
      const started = performance.now();
      const outcome = await regenerate(session, job, invocation);
      const milliseconds = (performance.now() - started).toFixed(0);
      invocation.print(`${outcome} in ${milliseconds} ms; watching ${count(session.files().length, 'file')}\n`);
      return session.files();
    });
  } finally {
    await session.end();
  }
}

/** Gives what to say about it; findings come before, on lines of their own. */
async function regenerate(session: Session, job: SessionRequest, invocation: Invocation): Promise<string> {
  try {
    const { diagnostics, files } = await session.generate();
    if (diagnostics.length > 0) {
      printFindings(diagnostics, invocation);
      return `${count(diagnostics.length, 'problem')} in ${job.shownAs}, nothing written`;
    }
    const differences = compareOutput(files, job.out);
    applyDifferences(differences, job.out);
    return `${displayPath(job.out, invocation.cwd)}/: ${count(differences.length, 'file')} written`;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    invocation.print(`${cause.message}\n`);
    return 'nothing written';
  }
}
