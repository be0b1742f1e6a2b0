import path from 'node:path';

import type { FixtureRule } from '../config/config.js';
import type { LoadedConfig } from '../config/parse-config.js';
import { UsageError } from '../messages/usage-error.js';
import { loadPackage } from '../files/lazy-package.js';
import type { Manifest } from './generated-folder.js';
import { nameSchema, type NamedSchema } from './name-schema.js';

/** What the config says of a file; `auto` is to be told by its shape. */
export type FixtureRuleOf = (file: string) => NamedSchema | 'auto' | undefined;

/**
 * Prepares the `fixtures` of the config.
 *
 * @throws {UsageError} when an entry names what does not exist.
 */
export function createFixtureRules(config: LoadedConfig, manifest: Manifest): FixtureRuleOf {
  const { fixtures = [], folder } = config;
  if (fixtures.length === 0) return () => undefined;
  const rules = fixtures.map((rule, index) => ({
    isMatch: matcherOf(rule),
    named: namedBy(rule, { config, manifest, pointer: `/fixtures/${index}` }),
  }));
  return (file) => firstMatch(rules, folder, file)?.named;
}

/** Prepares to tell the payment gateway that a file is for, by the `pg` of the first entry of the config that matches it. */
export function createGatewayRules({ fixtures = [], folder }: LoadedConfig): (file: string) => string | undefined {
  if (!fixtures.some(({ pg }) => pg !== undefined)) return () => undefined;
  const rules = fixtures.map((rule) => ({ isMatch: matcherOf(rule), pg: rule.pg }));
  return (file) => firstMatch(rules, folder, file)?.pg;
}

interface Matching {
  readonly isMatch: (file: string) => boolean;
}

function firstMatch<Rule extends Matching>(rules: readonly Rule[], folder: string, file: string): Rule | undefined {
  const shown = path.relative(folder, file).split(path.sep).join('/');
  return rules.find(({ isMatch }) => isMatch(shown));
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
