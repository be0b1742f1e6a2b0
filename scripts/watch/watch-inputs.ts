import { existsSync } from 'node:fs';
import path from 'node:path';

import { findFiles } from '../files/find-files.js';
import { UsageError } from '../messages/usage-error.js';
import { repeatOnChange } from './repeat-on-change.js';
import { isTarget } from './watch-paths.js';
import { usageErrorLine } from '../report/usage-error-line.js';
import { displayPath } from '../files/display-path.js';
import type { Language } from '../messages/entry.js';
import { COMMAND_WORDS } from '../messages/output/command.js';
import { printable } from '../report/printable.js';
import type { Terminal } from '../report/terminal.js';

/** What to watch, and what to do when it changes. */
export interface WatchFixturesOptions extends WatchOutput {
  /** Files, folders and globs of fixtures, as they were typed. */
  readonly fixtures: readonly string[];
  /** Globs of what `--ignore` leaves out. */
  readonly ignored: readonly string[];
  /** Absolute paths of what the fixtures are checked by: all are checked again when it changes. */
  readonly rules: readonly string[];
  /** Whether every run needs all fixtures. */
  readonly needsAll: boolean;
  readonly run: (files: readonly string[], signal: AbortSignal) => Promise<void>;
}

/** Checks fixtures, then again each that changes; all of them when the schemas or the config do. Gives the exit code. */
export async function watchFixtures(options: WatchFixturesOptions): Promise<number> {
  const { fixtures, rules, needsAll, cwd } = options;
  const places = fixtures.filter((argument) => !argument.startsWith('!') || existsSync(path.resolve(cwd, argument)));
  const targets = [...places.map((argument) => watchedPart(path.resolve(cwd, argument))), ...rules];
  return repeatOnChange(targets, async (changed, signal) => {
    const isAll = changed.length === 0 || needsAll || changed.some((file) => isTarget(file, rules));
    const files = isAll ? fixtures : stillWanted(changed, options);
    if (files.length === 0) return targets;
    printChanges(changed, options);
    await options.run(files, signal);
    return targets;
  });
}

/** An argument as far as it exists; of a glob, the folder that it begins with. */
function watchedPart(target: string): string {
  return existsSync(target) ? target : watchedPart(path.dirname(target));
}

/** The changed files that match the arguments now. */
function stillWanted(changed: readonly string[], { cwd, fixtures, ignored }: WatchFixturesOptions): string[] {
  const negated = fixtures.filter((argument) => argument.startsWith('!'));
  const wanted = fixtures.flatMap((argument) => {
    try {
      return findFiles([argument, ...negated], { cwd, ignored }).files;
    } catch (error) {
      // The file may have been removed a moment ago, and may come back.
      if (error instanceof UsageError) return [];
      throw error;
    }
  });
  return [...new Set(wanted.map(({ file }) => file))].filter((file) => changed.includes(file));
}

/**
 * Checks documents, then again whenever one of their files changes. `check` gives the absolute paths of the files it has
 * read. A document that cannot be read is reported, and watched until it can. Gives the exit code.
 */
export function watchDocument(
  documents: readonly string[],
  output: WatchOutput,
  check: () => Promise<readonly string[]>,
): Promise<number> {
  let files = documents;
  return repeatOnChange(files, async (changed) => {
    printChanges(changed, output);
    try {
      files = await check();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      output.stderr(await usageErrorLine(error, output.language));
    }
    return files;
  });
}

/** Where and how watching is reported; paths are shown relative to `cwd`. */
export interface WatchOutput extends Pick<Terminal, 'stderr'> {
  readonly cwd: string;
  readonly language: Language;
}

/** Prints which change starts a run; on none, that watching begins. */
export function printChanges(changed: readonly string[], { stderr, cwd, language }: WatchOutput): void {
  const [first, ...others] = changed.map((file) => printable(displayPath(file, cwd)));
  const words = first === undefined ? COMMAND_WORDS.watching : COMMAND_WORDS.changed(first, others.length);
  stderr(`${words[language]}\n`);
}
