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
import { fileKey, NO_CACHE, type Cache } from './cache.js';
import { loadRemote } from './load-remote.js';
import { isInside, isRemote } from './spec-root.js';

/** Where the references of a spec may lead. */
export interface Reach {
  /** Folder that holds all files of the spec. */
  readonly root: string;
  /** Hosts that may be asked over https; none unless the caller has named them. */
  readonly hosts: readonly string[];
  /** Files elsewhere that the caller has named, such as overlays. Absolute paths. */
  readonly files: readonly string[];
  /** Text of files that are not read from the disk, such as stdin, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Makes Redocly read only what {@link Reach} allows, and nothing that exceeds our limits. Without it a reference could make
 * this machine ask any address, or put any file into the output. With a cache, files that have not changed are neither
 * read nor parsed again.
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
        throw new Error(`references must stay inside ${path.basename(root)}/, the folder of the project`);
      return loadFile(reference);
    };
    const key = cache === NO_CACHE ? undefined : fileKey('read', reference);
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
    if (cache === NO_CACHE) return parseChecked(source, isRoot);
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
  /** Whether bundling writes into it, which it does where references and examples stand. */
  readonly isWritten: boolean;
}

/** Redocly reads the location of a problem from the end of its message, and passes it on with the finding. */
function placed(cause: BoundsError, source: Source): YamlParseError {
  const { bound, pointer } = cause;
  // What is too large to be parsed is not parsed for the place either.
  const isWhole = pointer === '';
  const start = isWhole ? undefined : getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: true }).start;
  const place = `${start?.line ?? 1}:${start?.col ?? 1}`;
  return new YamlParseError(new Error(`${boundTexts(bound).en} (${place})`, { cause }), source);
}
