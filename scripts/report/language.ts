import type { Language } from '../catalogue/entry.js';
import type { Flag, Invocation } from '../command.js';
import { UsageError } from '../usage-error.js';

/** `--lang`, the same for every command that says something about findings. */
export const LANG_FLAG: Flag = {
  type: 'string',
  value: 'LANG',
  description: 'Language of messages: en or ko. Default: ko in a Korean locale, else en',
};

/**
 * Reads `--lang`, else the locale of the environment in the order POSIX gives: LC_ALL, LC_MESSAGES, LANG.
 *
 * @throws {UsageError} when there is no such language.
 */
export function readLanguage({ text, env }: Pick<Invocation, 'text' | 'env'>): Language {
  const given = text('lang');
  if (given === 'en' || given === 'ko') return given;
  if (given !== undefined) throw new UsageError(`there is no language ${given}; there is en and ko`);
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^ko([_.@-]|$)/i.test(locale ?? '') ? 'ko' : 'en';
}
