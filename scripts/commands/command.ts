import type { Texts } from '../messages/entry.js';
import type { Terminal } from '../report/terminal.js';

/** A flag as the command table declares it; parsing and `--help` both come from here. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in `--help`: `FILE`. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly description: Texts;
}

/** What a command gets to work with. Nothing else of the process is its business. */
export interface Invocation extends Terminal {
  readonly positionals: readonly string[];
  /** Value of a flag that takes one; the last when it was given twice. */
  text(flag: string): string | undefined;
  /** All values of a repeatable flag. */
  texts(flag: string): readonly string[];
  isSet(flag: string): boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  readonly summary: Texts;
  /** Words after the command's name in its usage line. */
  readonly usage: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Ready-to-run examples for `--help`. */
  readonly examples: readonly string[];
  /** Gives the exit code: 0 clean, 1 findings. Throws UsageError for 2. */
  run(invocation: Invocation): Promise<number>;
}
