import path from 'node:path';

import type { FixtureRule } from '../config/config.js';
import type { LoadedConfig } from '../config/parse-config.js';
import { UsageError } from '../messages/usage-error.js';
import { loadPackage } from '../files/lazy-package.js';
import type { Manifest } from './generated-folder.js';
import { nameSchema, type NamedSchema } from './name-schema.js';

/** What the config says of a file. */
export interface FixtureRuleOf {
  /** Its schema; `auto` means that its shape decides. */
  readonly named?: NamedSchema | 'auto';
  /** The payment gateway that it is for. */
  readonly pg?: string | undefined;
}

/**
 * Prepares the `fixtures` of the config, of which the first that matches a file counts.
 *
 * @throws {UsageError} when an entry names what does not exist.
 */
export function createFixtureRules(config: LoadedConfig, manifest: Manifest): (file: string) => FixtureRuleOf {
  const { fixtures = [], folder } = config;
  const rules = fixtures.map((rule, index) => ({
    isMatch: matcherOf(rule),
    named: namedBy(rule, { config, manifest, pointer: `/fixtures/${index}` }),
    pg: rule.pg,
  }));
  if (rules.length === 0) return () => ({});
  return (file) => {
    const shown = path.relative(folder, file).split(path.sep).join('/');
    return rules.find(({ isMatch }) => isMatch(shown)) ?? {};
  };
}

function matcherOf({ files }: FixtureRule): (file: string) => boolean {
  const globs = [files].flat().map((glob) => glob.replace(/^\.\//, ''));
  return loadPackage('picomatch')(globs, { dot: true });
}

interface Named {
  readonly config: LoadedConfig;
  readonly manifest: Manifest;
  readonly pointer: string;
}

function namedBy(
  { schema, operation, status }: FixtureRule,
  { config, manifest, pointer }: Named,
): NamedSchema | 'auto' {
  if (schema === 'auto') return schema;
  const named = nameSchema({ schema, operation, status: status?.toString() }, manifest);
  if (!(named instanceof UsageError)) return named;
  const isStatus = operation !== undefined && status !== undefined && Object.hasOwn(manifest.operations, operation);
  throw config.errorAt(`${pointer}/${isStatus ? 'status' : schema === undefined ? 'operation' : 'schema'}`, named);
}
