import type { Texts } from '../messages/entry.js';

/** The declaration of a flag, used for parsing and `--help`. */
export interface Flag {
  /** Placeholder for the value in `--help`, such as `FILE`. Flags without one take no value. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly description: Texts;
}

/** Flags by name, in the order of the help. */
export type Flags = Readonly<Record<string, Flag>>;

/** A flag without a value. */
export function toggle(description: Texts): Flag {
  return { description };
}

/** A flag with a value. */
export function option(value: string, description: Texts): Flag {
  return { value, description };
}

/** A flag with a value that may be given several times. */
export function repeatable(value: string, description: Texts): Flag {
  return { value, isRepeatable: true, description };
}
