import type { Language } from './entry.js';
import type { Flag, Invocation } from '../commands/command.js';
import { UsageError } from './usage-error.js';

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
  if (given !== undefined) throw new UsageError('unknown-name', { kind: 'language', name: given, known: ['en', 'ko'] });
  return localeLanguage(env);
}

/** Tells the language that a call asks for before anything else of it is understood; a wrong `--lang` counts for nothing. */
export function guessLanguage(args: readonly string[], env: Invocation['env']): Language {
  const flags = args.flatMap((arg, index) =>
    arg === '--lang' ? [args[index + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  const given = flags.at(-1);
  return given === 'en' || given === 'ko' ? given : localeLanguage(env);
}

function localeLanguage(env: Invocation['env']): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^ko([_.@-]|$)/i.test(locale ?? '') ? 'ko' : 'en';
}
