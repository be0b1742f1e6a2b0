import type { Command } from './command.js';
import { didYouMean } from '../messages/did-you-mean.js';

/** Says what `parseArgs` of Node refuses, with the flag that was probably meant and where to read on. */
export function flagFault(cause: unknown, { name, flags }: Pick<Command, 'name' | 'flags'>): string {
  // Further sentences explain how parseArgs reads a command line.
  const [said = ''] = cause instanceof Error ? cause.message.split(/\.\s/, 1) : [String(cause)];
  const unknown = /^Unknown option '--([^'=]+)/.exec(said)?.[1];
  const near = unknown === undefined ? undefined : didYouMean(unknown, Object.keys(flags));
  const help = `See "iamport-kit ${name} --help".`;
  const dashed = /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument is ambiguous$/.exec(said)?.[1];
  if (dashed !== undefined) return `${said}; write ${dashed}=VALUE. ${help}`;
  return near === undefined ? `${said}. ${help}` : `${said}; did you mean --${near}? ${help}`;
}
