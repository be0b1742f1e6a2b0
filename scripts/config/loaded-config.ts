import type { UsageError } from '../messages/usage-error.js';
import type { Config } from './config.js';

/** The config that counts; empty where there is none. */
export interface LoadedConfig extends Config {
  /** How messages name the file; undefined without one. */
  readonly shownAs?: string;
  /** Paths in the config are relative to it. */
  readonly folder: string;
  /** Makes the error for something in it that only its user can know to be wrong, such as the name of a schema. */
  readonly fault: (pointer: string, message: string, place?: 'key' | 'value') => UsageError;
}
