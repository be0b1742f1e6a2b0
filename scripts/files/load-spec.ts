import { readFileSync } from 'node:fs';

import { getLineColLocation, YamlParseError, type BaseResolver, type Document } from '@redocly/openapi-core';

import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { MAKE_ANEW, type Recall } from './cache.js';
import { isObject } from '../json/schema.js';
import { createSpecResolver, type Reach } from './spec-resolver.js';
import { projectRoot } from './spec-root.js';

/** A spec on disk, its root document read and its version known. */
export interface LoadedSpec {
  /** Absolute path of the root document. */
  readonly file: string;
  /** Folder that all its files lie in. */
  readonly root: string;
  readonly version: '3.0' | '3.1';
  readonly resolver: BaseResolver;
  /** What was made of its files before. */
  readonly recall: Recall;
}

/**
 * Opens the root document of a spec and checks that it is OpenAPI 3.0 or 3.1.
 *
 * @throws {UsageError} when the file cannot be read or parsed, or is something else.
 */
export async function loadSpec(
  file: string,
  shownAs: string,
  { hosts = [], files = [], recall = MAKE_ANEW }: Partial<Omit<Reach, 'root'>> & { readonly recall?: Recall } = {},
): Promise<LoadedSpec> {
  const root = projectRoot(file);
  const resolver = createSpecResolver({ root, hosts, files }, recall);
  checkReadable(file, shownAs);
  const document = await resolver
    .resolveDocument(null, file, true)
    .catch((cause: unknown) => unreadable(cause, shownAs));
  if (document instanceof Error) return unreadable(document, shownAs);
  return { file, root, version: versionOf(document, shownAs), resolver, recall };
}

function checkReadable(file: string, shownAs: string): void {
  try {
    readFileSync(file);
  } catch (cause) {
    throw new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause), cure: 'spec' }, { cause });
  }
}

/**
 * Tells why and where a file is no YAML.
 *
 * @throws {UsageError} always.
 */
export function unreadable(cause: unknown, shownAs: string): never {
  const { line, col } = cause instanceof YamlParseError ? cause : {};
  const place = Number.isInteger(line) && Number.isInteger(col) ? `:${line}:${col}` : ':1:1';
  // The parser repeats the absolute path and quotes the text; the kind of fault is enough beside the place.
  const quote =
    cause instanceof Error ? firstLine(cause.message).replace(/ in ".*$| \(\d+:\d+\)$/, '') : 'unknown reason';
  throw new UsageError('file-unparsable', { file: `${shownAs}${place}`, quote }, { cause });
}

function versionOf(root: Document, shownAs: string): LoadedSpec['version'] {
  const version = isObject(root.parsed) ? (root.parsed.openapi ?? root.parsed.swagger) : undefined;
  if (typeof version === 'string' && /^3\.[01]\.\d+$/.test(version)) return version.startsWith('3.0.') ? '3.0' : '3.1';
  const key = isObject(root.parsed) && Object.hasOwn(root.parsed, 'openapi') ? 'openapi' : 'swagger';
  const { line, col } = getLineColLocation({ source: root.source, pointer: `#/${key}`, reportOnKey: false }).start;
  const place = version === undefined ? ':1:1' : `:${line}:${col}`;
  throw new UsageError('openapi-version', {
    place: `${shownAs}${place}`,
    version: typeof version === 'string' ? version : undefined,
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
