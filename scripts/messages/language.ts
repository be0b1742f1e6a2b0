import type { Language } from './entry.js';
import { UsageError } from './usage-error.js';

/** The flags and the environment that determine the language. */
interface Surroundings {
  readonly text: (flag: string) => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads `--lang`, else the locale of the environment in POSIX order: LC_ALL, LC_MESSAGES, LANG.
 *
 * @throws {UsageError} if the language is unknown.
 */
export function readLanguage({ text, env }: Surroundings): Language {
  const given = text('lang');
  if (given === 'en' || given === 'ko') return given;
  if (given !== undefined) throw new UsageError('unknown-name', { kind: 'language', name: given, known: ['en', 'ko'] });
  return localeLanguage(env);
}

/** Finds the language of a call before its arguments are parsed; ignores an invalid `--lang`. */
export function guessLanguage(args: readonly string[], env: Surroundings['env']): Language {
  const flags = args.flatMap((arg, index) =>
    arg === '--lang' ? [args[index + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  const given = flags.at(-1);
  return given === 'en' || given === 'ko' ? given : localeLanguage(env);
}

function localeLanguage(env: Surroundings['env']): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return /^ko([_.@-]|$)/i.test(locale ?? '') ? 'ko' : 'en';
}
