import type { Texts } from '../messages/entry.js';
import type { Terminal } from '../report/terminal.js';
import type { Flags } from './flag.js';

/** The part of the process that commands may use. */
export interface Invocation extends Terminal {
  readonly positionals: readonly string[];
  /** Value of a flag; the last one if it is given several times. */
  text(flag: string): string | undefined;
  /** All values of a repeatable flag. */
  texts(flag: string): readonly string[];
  isSet(flag: string): boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command of the program. */
export interface Command {
  readonly name: string;
  readonly summary: Texts;
  /** What it does beyond the summary: a paragraph of its help. */
  readonly details?: Texts;
  /** The usage line after the command's name. */
  readonly usage: string;
  readonly flags: Flags;
  /** Ready-to-run examples for `--help`. */
  readonly examples: readonly string[];
  /** Returns the exit code: 0 clean, 1 findings. Throws UsageError for 2. */
  run(invocation: Invocation): Promise<number>;
}
