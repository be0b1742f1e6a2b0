import { UsageError } from '../messages/usage-error.js';
import type { CodedMessage } from '../messages/entry.js';
import { createExplainer } from '../evaluate/explain.js';
import { findingOf } from '../evaluate/issue.js';
import { codedMessageOf } from '../messages/texts.js';
import type { Locator } from '../source/locate.js';
import type { ShownFile } from '../files/display-path.js';
import { readBytes } from '../files/read-bytes.js';
import { formatOf, prepareFormat } from '../source/read-text.js';
import { CONFIG_SCHEMA } from './config-schema.js';
import type { Config } from './config.js';
import { locateInSource } from './locate-in-source.js';
import { runTypeScript } from './run-typescript.js';

/** The config in use; empty where there is none. */
export interface LoadedConfig extends Config {
  /** How messages name the file; undefined without one. */
  readonly shownAs?: string;
  /** Paths in the config are relative to it. */
  readonly folder: string;
  /** Adds the location in the file to a problem found while the config is used, such as an unknown schema. */
  readonly errorAt: (pointer: string, problem: UsageError, place?: 'key' | 'value') => UsageError;
}

/** A config as it was read. */
export interface ConfigFile extends ShownFile {
  readonly bytes: Buffer;
}

/**
 * Makes a config of a file.
 *
 * @throws {UsageError} that lists all that is wrong, each with its place.
 */
export async function parseConfig(config: ConfigFile): Promise<Config & Pick<LoadedConfig, 'errorAt'>> {
  const { value, locate } = await contentOf(config);
  const locateProblem = (pointer: string, problem: CodedMessage, place: 'key' | 'value' = 'value'): UsageError =>
    new UsageError('at-place', { file: config.shownAs, ...locate(pointer, place), problem });
  const problems = checkConfig(value).map(({ pointer, problem, place }) => locateProblem(pointer, problem, place));
  if (problems.length > 0) throw new UsageError('several', { problems });
  return {
    // Edge: checked just now, against the schema that states the same as the type.
    ...(value as Config),
    errorAt: locateProblem,
  };
}

async function contentOf({
  file,
  shownAs,
  bytes,
}: ConfigFile): Promise<{ readonly value: unknown; readonly locate: Locator['locate'] }> {
  const format = formatOf(file);
  if (file.endsWith('.ts'))
    return { value: runTypeScript(file, shownAs), locate: locateInSource(bytes.toString('utf8'), file) };
  if (format !== 'json' && format !== 'jsonc' && format !== 'yaml')
    throw new UsageError('config-ending', { file: shownAs });
  await prepareFormat(format);
  // A config may contain comments, whatever its extension.
  const [read, second] = readBytes(bytes, { file: shownAs, firstLine: 1 }, format === 'json' ? 'jsonc' : format);
  if (read?.ok === true && second === undefined) return read.document;
  if (read === undefined || read.ok) throw new UsageError('config-one-document', { file: shownAs });
  const { line, column } = read.diagnostic.at;
  throw new UsageError('at-place', { file: shownAs, line, column, problem: codedMessageOf(read.diagnostic) });
}

/** Something wrong in a config. */
export interface ConfigProblem {
  readonly pointer: string;
  /** Whether the property's name is wrong rather than its value. */
  readonly place: 'key' | 'value';
  readonly problem: CodedMessage;
}

/** Finds what is wrong with the content of a config; empty when it is valid by {@link CONFIG_SCHEMA}. */
export function checkConfig(config: unknown): ConfigProblem[] {
  const issues = createExplainer(CONFIG_SCHEMA).issues(CONFIG_SCHEMA, { value: config, pointer: '', depth: 0 });
  return issues.map((issue) => {
    const { pointer, place } = issue;
    return { pointer, place, problem: codedMessageOf(findingOf(issue, { file: '', pointer, line: 1, column: 1 })) };
  });
}
