import type { Invocation } from './command.js';
import type { Texts } from '../messages/entry.js';
import { readLanguage } from '../messages/language.js';
import { WATCH_WORDS } from '../messages/output/generate.js';
import { displayPath } from '../files/display-path.js';
import type { Job } from '../generate/pipeline.js';
import { startSession, type Session } from '../generate/session.js';
import { applyDifferences, compareOutput } from '../generate/write/write.js';
import { printFindings } from './print-findings.js';
import { hasErrors } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import { repeatOnChange } from '../watch/repeat-on-change.js';

/**
 * Generates, and again whenever a file of the spec changes, until it is stopped. It then finishes the current run, so
 * that no output is half written. Errors in the spec are printed, and watching goes on: the next save may fix them.
 */
export async function watchGenerate(job: Job, invocation: Invocation): Promise<number> {
  const language = readLanguage(invocation);
  const session = startSession(job);
  return repeatOnChange(session.files(), async () => {
    const started = performance.now();
    const outcome = await regenerate(session, job, invocation);
    const milliseconds = (performance.now() - started).toFixed(0);
    const watching = WATCH_WORDS.watching(outcome, { milliseconds, files: session.files().length });
    invocation.stdout(`${watching[language]}\n`);
    return session.files();
  });
}

/** Describes the outcome; findings are printed before it, on separate lines. */
async function regenerate(session: Session, job: Job, invocation: Invocation): Promise<Texts> {
  try {
    const { diagnostics, files } = await session.generate();
    if (diagnostics.length > 0) await printFindings(diagnostics, invocation);
    if (hasErrors(diagnostics)) return WATCH_WORDS.refused(job.shownAs, diagnostics.length);
    const differences = compareOutput(files, job.out).filter(({ kind }) => kind !== 'formatted');
    applyDifferences(differences, job.out);
    return WATCH_WORDS.written(displayPath(job.out, invocation.cwd), differences.length);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    invocation.stdout(`${cause.texts[readLanguage(invocation)]}\n`);
    return WATCH_WORDS.nothing;
  }
}
