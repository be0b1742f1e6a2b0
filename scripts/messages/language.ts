import type { Language } from './entry.js';
import { UsageError } from './usage-error.js';

/** What the language depends on: the flags of the run and its environment. */
interface Surroundings {
  readonly text: (flag: string) => string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads `--lang`, else the locale of the environment in the order POSIX gives: LC_ALL, LC_MESSAGES, LANG.
 *
 * @throws {UsageError} when there is no such language.
 */
export function readLanguage({ text, env }: Surroundings): Language {
  const given = text('lang');
  if (given === 'en' || given === 'ko') return given;
  if (given !== undefined) throw new UsageError('unknown-name', { kind: 'language', name: given, known: ['en', 'ko'] });
  return localeLanguage(env);
}

/** Tells the language that a call asks for before anything else of it is understood; a wrong `--lang` counts for nothing. */
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
