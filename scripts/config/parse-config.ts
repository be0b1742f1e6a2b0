import { UsageError } from '../messages/usage-error.js';
import type { Locator } from '../source/locate.js';
import { formatOf, readBytes } from '../source/read-text.js';
import { checkConfig } from './check-config.js';
import type { Config } from './config.js';
import type { LoadedConfig } from './loaded-config.js';
import { locateInSource } from './locate-in-source.js';
import { runTypeScript } from './run-typescript.js';

/** A config as it was read. */
export interface ConfigFile {
  readonly file: string;
  readonly shownAs: string;
  readonly bytes: Buffer;
}

interface Content {
  readonly value: unknown;
  readonly locate: Locator['locate'];
}

/**
 * Makes a config of a file.
 *
 * @throws {UsageError} that lists all that is wrong, each with its place.
 */
export function parseConfig(config: ConfigFile): Config & Pick<LoadedConfig, 'fault'> {
  const { value, locate } = contentOf(config);
  const describe = (pointer: string, message: string, place: 'key' | 'value' = 'value'): string => {
    const { line, column } = locate(pointer, place);
    return `${config.shownAs}:${line}:${column}: ${message}`;
  };
  const problems = checkConfig(value).map(({ pointer, message, place }) => describe(pointer, message, place));
  if (problems.length > 0) throw new UsageError(problems.join('\niamport-kit: '));
  return {
    // Edge: checked just now, against the schema that states the same as the type.
    ...(value as Config),
    fault: (pointer, message, place) => new UsageError(describe(pointer, message, place)),
  };
}

function contentOf({ file, shownAs, bytes }: ConfigFile): Content {
  const format = formatOf(file);
  if (file.endsWith('.ts'))
    return { value: runTypeScript(file, shownAs), locate: locateInSource(bytes.toString('utf8'), file) };
  if (format !== 'json' && format !== 'jsonc' && format !== 'yaml')
    throw new UsageError(`${shownAs} must end in .json, .yaml or .ts`);
  // Comments are welcome in a config, whatever its ending.
  const [read, second] = readBytes(bytes, { file: shownAs, firstLine: 1 }, format === 'json' ? 'jsonc' : format);
  if (read?.ok === true && second === undefined) return read.document;
  if (read === undefined || read.ok) throw new UsageError(`${shownAs} must hold one document`);
  const { at, message } = read.diagnostic;
  throw new UsageError(`${shownAs}:${at.line}:${at.column}: ${message}`);
}
