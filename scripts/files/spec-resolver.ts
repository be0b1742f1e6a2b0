import path from 'node:path';

import {
  BaseResolver,
  getLineColLocation,
  ResolveError,
  Source,
  YamlParseError,
  type Document,
} from '@redocly/openapi-core';

import { BoundsError, checkBounds, checkSize } from '../json/bounds.js';
import { boundTexts } from '../messages/bound.js';
import { RefusedReference } from '../messages/refused-reference.js';
import { fileKey, NO_CACHE, type Cache } from './cache.js';
import { loadRemote } from './load-remote.js';
import { isInside, isRemote } from './spec-root.js';

/** What the references of a spec may read. */
export interface Reach {
  /** Folder that holds all files of the spec. */
  readonly root: string;
  /** Hosts that may be fetched from over https, as named by the caller. */
  readonly hosts: readonly string[];
  /** Files elsewhere that the caller has named, such as overlays. Absolute paths. */
  readonly files: readonly string[];
  /** Text of files that are not read from the disk, such as stdin, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Limits Redocly to what {@link Reach} and our size limits allow. Otherwise a reference could make this machine request any
 * URL, or copy any file into the output. With a cache, unchanged files are neither read nor parsed again.
 */
export function createSpecResolver({ root, hosts, files, texts }: Reach, cache: Cache = NO_CACHE): BaseResolver {
  const resolver = new BaseResolver();
  const loadFile = resolver.loadExternalRef.bind(resolver);
  const parse = resolver.parseDocument.bind(resolver);
  resolver.loadExternalRef = async (reference: string): Promise<Source> => {
    if (isRemote(reference)) return loadRemote(reference, hosts);
    const text = texts?.get(reference);
    if (text !== undefined) return new Source(reference, text.replaceAll('\r\n', '\n'));
    const load = async (): Promise<Source> => {
      if (!files.includes(reference) && !isInside(reference, root))
        throw new RefusedReference('outside', { folder: path.basename(root) });
      return loadFile(reference);
    };
    const key = cache.keeps ? fileKey('read', reference) : undefined;
    return key === undefined ? load() : cache.get(key, load);
  };
  const parseChecked = (source: Source, isRoot?: boolean): Document => {
    try {
      checkSize(source.body);
      const document = parse(source, isRoot);
      checkBounds(document.parsed);
      return document;
    } catch (cause) {
      throw cause instanceof BoundsError ? placed(cause, source) : cause;
    }
  };
  const known = cache.get('parsed sources', () => new WeakMap<Source, Parsed>());
  resolver.parseDocument = (source: Source, isRoot?: boolean): Document => {
    if (!cache.keeps) return parseChecked(source, isRoot);
    const { parsed, isWritten } = known.get(source) ?? {
      parsed: parseChecked(source, isRoot).parsed,
      isWritten: /\$ref|externalValue/.test(source.body),
    };
    known.set(source, { parsed, isWritten });
    return { source, parsed: isWritten ? structuredClone(parsed) : parsed };
  };
  return resolver;
}

/**
 * Forgets what a resolver has read, but not which files: texts and syntax trees are most of what a wide document has in memory.
 * Only for when everything needed has been taken from them.
 */
export function forgetDocuments({ cache }: BaseResolver): void {
  const forgotten = Promise.resolve(new ResolveError(new Error('forgotten')));
  for (const file of cache.keys()) cache.set(file, forgotten);
}

interface Parsed {
  readonly parsed: unknown;
  /** Whether bundling modifies it, which it does if there are references or example files. */
  readonly isWritten: boolean;
}

/** Redocly reads the place of a syntax error from the end of the message. */
function placed(cause: BoundsError, source: Source): YamlParseError {
  const { bound, pointer } = cause;
  // A file that is too large to parse is not parsed for the place either.
  const isWhole = pointer === '';
  const start = isWhole ? undefined : getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: true }).start;
  const place = `${start?.line ?? 1}:${start?.col ?? 1}`;
  return new YamlParseError(new Error(`${boundTexts(bound).en} (${place})`, { cause }), source);
}
