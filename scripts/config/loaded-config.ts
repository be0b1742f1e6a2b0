import type { UsageError } from '../messages/usage-error.js';
import type { Config } from './config.js';

/** The config in use; empty where there is none. */
export interface LoadedConfig extends Config {
  /** How messages name the file; undefined without one. */
  readonly shownAs?: string;
  /** Paths in the config are relative to it. */
  readonly folder: string;
  /** Adds the location in the file to a problem found while the config is used, such as an unknown schema. */
  readonly errorAt: (pointer: string, problem: UsageError, place?: 'key' | 'value') => UsageError;
}
