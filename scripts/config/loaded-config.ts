import type { UsageError } from '../messages/usage-error.js';
import type { Config } from './config.js';

/** The config that counts; empty where there is none. */
export interface LoadedConfig extends Config {
  /** How messages name the file; undefined without one. */
  readonly shownAs?: string;
  /** Paths in the config are relative to it. */
  readonly folder: string;
  /** Adds the place in the file to a problem that only the user of the config can find, such as an unknown schema. */
  readonly errorAt: (pointer: string, problem: UsageError, place?: 'key' | 'value') => UsageError;
}
