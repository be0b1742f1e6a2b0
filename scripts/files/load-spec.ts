import { existsSync, readFileSync } from 'node:fs';

import { type BaseResolver, type Document, getLineColLocation, YamlParseError } from '@redocly/openapi-core';

import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { type Cache, NO_CACHE } from './cache.js';
import { BoundsError } from '../json/bounds.js';
import { isObject } from '../json/schema.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';
import { pathView, type ShownFile } from './display-path.js';
import { exampleFile, readExample } from './read-example.js';
import { createSpecResolver, type Reach } from './spec-resolver.js';
import { projectRoot } from './spec-root.js';

/** How a spec may be read, and how its paths are shown. */
export interface LoadOptions extends Partial<Omit<Reach, 'root'>> {
  /** Folder that paths in messages are relative to. Default: that of the process. */
  readonly cwd?: string;
  /** Folder that references may read from, if it contains the spec. Default: its repository. */
  readonly root?: string | undefined;
  readonly cache?: Cache;
}

/**
 * Opens the root document of a spec and checks that it is OpenAPI 3.0 or 3.1.
 *
 * @throws {UsageError} when the file cannot be read or parsed, or is not OpenAPI.
 */
export async function loadSpec(file: string, shownAs: string, options: LoadOptions = {}): Promise<LoadedSpec> {
  const { hosts = [], files = [], texts = new Map(), cwd = process.cwd(), cache = NO_CACHE } = options;
  const root = projectRoot(file, { root: options.root });
  // The caller has named the document, so it may be a link to another folder.
  const resolver = createSpecResolver({ root, hosts, files: [...files, file], texts }, cache);
  const document = await readDocument({ file, shownAs }, resolver, (cause) => {
    return new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause), cure: 'spec' }, { cause });
  });
  return {
    file,
    version: versionOf(document, shownAs),
    resolver,
    ...pathView(cwd),
    readExample: (externalValue, namedIn) => {
      const example = exampleFile(externalValue, namedIn);
      return example === undefined ? undefined : readExample(example, root);
    },
    reload: () => loadSpec(file, shownAs, options),
  };
}

/**
 * Reads and parses a file that the caller has named.
 *
 * @throws {UsageError} with the place where it is not YAML; the error of `refusal` when it cannot be read.
 */
export async function readDocument(
  { file, shownAs }: ShownFile,
  resolver: BaseResolver,
  refusal: (cause: unknown) => UsageError,
): Promise<Document> {
  const document = await resolver.resolveDocument(null, file, true).catch((cause: unknown) => {
    // The file system gives a better reason than the resolver. Stdin is not a file, but was read.
    if (cause instanceof YamlParseError) return unparsable(cause, { file, shownAs });
    try {
      readFileSync(file);
    } catch (reason) {
      throw refusal(reason);
    }
    return unparsable(cause, { file, shownAs });
  });
  return document instanceof Error ? unparsable(document, { file, shownAs }) : document;
}

/**
 * Says why and where a file is not YAML.
 *
 * @throws {UsageError} always.
 */
function unparsable(cause: unknown, { file, shownAs }: ShownFile): never {
  if (isUtf16(file)) throw new UsageError('file-unreadable', { file: shownAs, reason: { code: 'utf16' } }, { cause });
  const { line, col, originalError = cause } = cause instanceof YamlParseError ? cause : {};
  const place = `${shownAs}${Number.isInteger(line) && Number.isInteger(col) ? `:${line}:${col}` : ':1:1'}`;
  const error = originalError instanceof Error ? originalError : new Error(String(originalError));
  if (error.cause instanceof BoundsError) {
    const { bound } = error.cause;
    if (bound.code === 'key') throw new UsageError('key-unsupported', { place, key: bound.key }, { cause });
    throw new UsageError('file-beyond-bounds', { file: place, bound }, { cause });
  }
  // The message of the parser repeats the absolute path and quotes the text.
  const quote = 'reason' in error ? String(error.reason) : error.message;
  throw new UsageError('file-unparsable', { file: place, quote }, { cause });
}

/** Whether a file on the disk begins with the byte order mark of UTF-16, or its second byte is the null of a letter of it. */
function isUtf16(file: string): boolean {
  if (!existsSync(file)) return false;
  const [first, second] = readFileSync(file);
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || (first !== second && (first === 0 || second === 0));
}

function versionOf(root: Document, shownAs: string): LoadedSpec['version'] {
  const version = isObject(root.parsed) ? (root.parsed.openapi ?? root.parsed.swagger) : undefined;
  if (typeof version === 'string' && /^3\.[01]\.\d+$/.test(version)) return version.startsWith('3.0.') ? '3.0' : '3.1';
  const key = isObject(root.parsed) && Object.hasOwn(root.parsed, 'openapi') ? 'openapi' : 'swagger';
  const { line, col } = getLineColLocation({ source: root.source, pointer: `#/${key}`, reportOnKey: false }).start;
  const place = version === undefined ? ':1:1' : `:${line}:${col}`;
  throw new UsageError('openapi-version', {
    place: `${shownAs}${place}`,
    // YAML reads an unquoted 3.0 as a number.
    version: typeof version === 'number' ? version.toFixed(1) : typeof version === 'string' ? version : undefined,
  });
}

/**
 * Reads an OpenAPI Overlay.
 *
 * @throws {UsageError} with the place, when the file cannot be read, is not YAML or not an overlay, or has an unsupported version.
 */
export async function openOverlay(file: string, shownAs: string, resolver: BaseResolver): Promise<Document> {
  const document = await readDocument({ file, shownAs }, resolver, (cause) => {
    return new UsageError('overlay-unreadable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  });
  const version = isObject(document.parsed) ? document.parsed.overlay : undefined;
  if (typeof version === 'string' && /^1\.[012]\.\d+$/.test(version)) return document;
  if (version === undefined) throw new UsageError('not-an-overlay', { place: `${shownAs}:1:1` });
  const { line, col } = getLineColLocation({ source: document.source, pointer: '#/overlay', reportOnKey: false }).start;
  throw new UsageError('overlay-version', { place: `${shownAs}:${line}:${col}`, version: JSON.stringify(version) });
}
