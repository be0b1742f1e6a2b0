import { parseArgs } from 'node:util';

import { didYouMean } from '../messages/did-you-mean.js';
import { UsageError } from '../messages/usage-error.js';
import type { Command } from './command.js';
import type { Flags } from './flag.js';

/** Positionals and flag values, in the given order; `true` for a flag without a value. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, readonly (string | true)[]>>;
}

/**
 * Parses the arguments of a command.
 *
 * @throws {UsageError} if a flag is unknown, lacks its value, or has a value but takes none.
 */
export function parseArguments(command: Pick<Command, 'name' | 'flags'>, args: readonly string[]): ParsedArguments {
  const options = Object.fromEntries(
    Object.keys(command.flags).map((flag) => [flag, { type: typeOf(flag, command.flags) }]),
  );
  // Not strict: its errors can only be distinguished by their English text.
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Record<string, (string | true)[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    checkOption(command, token);
    (values[token.name] ??= []).push(token.value ?? true);
  }
  return { positionals, values };
}

interface Option {
  readonly name: string;
  /** As it was typed, dashes included. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption({ name: command, flags }: Pick<Command, 'name' | 'flags'>, option: Option): void {
  const { name, rawName: flag, value, inlineValue } = option;
  if (!Object.hasOwn(flags, name) || !flag.startsWith('--'))
    throw new UsageError('flag-unknown', { flag, command, near: didYouMean(name, Object.keys(flags)) });
  const type = typeOf(name, flags);
  if (type === 'boolean' && value !== undefined) throw new UsageError('flag-with-value', { flag, command });
  if (type === 'string' && value === undefined) throw new UsageError('flag-without-value', { flag, command });
  // `--out --check` is more likely a forgotten value than a folder with that name.
  if (type === 'string' && inlineValue === false && /^-./.test(value ?? ''))
    throw new UsageError('flag-dashed-value', { flag, command });
}

function typeOf(name: string, flags: Flags): 'string' | 'boolean' {
  return flags[name]?.value === undefined ? 'boolean' : 'string';
}
