import type { RuleLevel } from '../report/rule-level.js';
import type { Ruleset } from './ruleset.js';

/** Which schema some files follow: one of `schema` and `operation`. */
export interface FixtureRule {
  /** Glob or globs, relative to the folder of the config. */
  readonly files: string | readonly string[];
  /** Name of a schema, or `auto` to detect it by shape. */
  readonly schema?: string;
  /** Operation whose body the files are. */
  readonly operation?: string;
  /** Which body of the operation: a status, `request` or `webhook`. Default: 200. */
  readonly status?: string | number;
  /** Payment gateway that the files are for, such as `nice_v2`: its rules apply to requests that name only a channel key. */
  readonly pg?: string;
}

export type { RuleLevel };

/** What `validate --coverage` measures; per cent, 0 to 100. */
export interface CoverageThresholds {
  readonly operations?: number;
  readonly requests?: number;
  readonly outcomes?: number;
  readonly enumMembers?: number;
  readonly nullBranches?: number;
  readonly providers?: number;
}

/** Content of `iamport-kit.config.json`, `.yaml` or `.ts`. */
export interface Config {
  /** The first entry that matches a file applies. */
  readonly fixtures?: readonly FixtureRule[];
  /** Rules that `lint` runs. Default: `iamport` for documents of this API, `recommended` for others. */
  readonly ruleset?: Ruleset;
  /** Rules whose level differs from the default. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** The least that fixtures must cover. */
  readonly coverage?: CoverageThresholds;
  /** What `generate` cannot see in the project. */
  readonly generate?: {
    /** How generated files import each other. Default: as tsconfig.json and package.json say. */
    readonly importExtension?: 'js' | 'ts' | 'none';
    /** Whether the validators of requests refuse properties with `readOnly`. Default: false. */
    readonly strictReadOnly?: boolean;
  };
  /** File of known findings, relative to the folder of the config. */
  readonly baseline?: string;
}
