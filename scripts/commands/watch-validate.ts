import path from 'node:path';

import { findConfig } from '../config/find-config.js';
import { readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';
import { openGeneratedFolder } from '../validate/generated-folder.js';
import { watchFixtures } from '../watch/watch-fixtures.js';
import type { Command, Invocation } from './command.js';
import { runAgain } from './run-again.js';

/**
 * Runs `validate` again whenever fixtures, schemas or the config change. Returns the exit code.
 *
 * @throws {UsageError} if no file is given to watch.
 */
export async function watchValidate(command: Command, invocation: Invocation): Promise<number> {
  const { cwd, positionals, stderr } = invocation;
  if (positionals.length === 0 || positionals.includes('-')) throw new UsageError('nothing-to-watch');
  const given = invocation.text('config');
  const config = given === undefined ? findConfig(cwd) : path.resolve(cwd, given);
  const generated = openGeneratedFolder(invocation.text('generated'), cwd).path;
  return watchFixtures({
    fixtures: positionals,
    ignored: invocation.texts('ignore'),
    rules: config === undefined ? [generated] : [generated, config],
    needsAll: invocation.isSet('coverage'),
    run: (files, signal) => runAgain(command, invocation, files)(signal),
    stderr,
    cwd,
    language: readLanguage(invocation),
  });
}
