import path from 'node:path';

import { BaseResolver, getLineColLocation, type Source, YamlParseError, type Document } from '@redocly/openapi-core';

import { BoundsError, checkBounds, checkSize } from '../json/bounds.js';
import { loadRemote } from './load-remote.js';
import { MAKE_ANEW, recallFile, type Recall } from './cache.js';
import { isRemote } from './spec-root.js';
import { isInside } from './spec-root.js';

/** Where the references of a spec may lead. */
export interface Reach {
  /** Folder that holds all files of the spec. */
  readonly root: string;
  /** Hosts that may be asked over https; none unless the caller has named them. */
  readonly hosts: readonly string[];
  /** Files elsewhere that the caller has named, such as overlays. Absolute paths. */
  readonly files: readonly string[];
}

/**
 * Makes Redocly read only what {@link Reach} allows, and nothing made to harm. Without it a reference could make this
 * machine ask any address, or put any file into the output. With a memory, files that have not changed are neither read nor parsed again.
 */
export function createSpecResolver({ root, hosts, files }: Reach, recall: Recall = MAKE_ANEW): BaseResolver {
  const resolver = new BaseResolver();
  const loadFile = resolver.loadExternalRef.bind(resolver);
  const parse = resolver.parseDocument.bind(resolver);
  resolver.loadExternalRef = async (reference: string): Promise<Source> => {
    if (isRemote(reference)) return loadRemote(reference, hosts);
    const load = async (): Promise<Source> => {
      if (!files.includes(reference) && !isInside(reference, root))
        throw new Error(`references must stay inside ${path.basename(root)}/, the folder of the project`);
      return loadFile(reference);
    };
    return recallFile(recall, ['read', reference], load);
  };
  const parseChecked = (source: Source, isRoot?: boolean): Document => {
    checkSize(source.body);
    const document = parse(source, isRoot);
    try {
      checkBounds(document.parsed);
    } catch (cause) {
      throw cause instanceof BoundsError ? placed(cause, source) : cause;
    }
    return document;
  };
  const known = recall('parsed sources', () => new WeakMap<Source, Parsed>());
  resolver.parseDocument = (source: Source, isRoot?: boolean): Document => {
    if (recall === MAKE_ANEW) return parseChecked(source, isRoot);
    const { parsed, isWritten } = known.get(source) ?? {
      parsed: parseChecked(source, isRoot).parsed,
      isWritten: /\$ref|externalValue/.test(source.body),
    };
    known.set(source, { parsed, isWritten });
    return { source, parsed: isWritten ? structuredClone(parsed) : parsed };
  };
  return resolver;
}

interface Parsed {
  readonly parsed: unknown;
  /** Whether bundling writes into it, which it does where references and examples stand. */
  readonly isWritten: boolean;
}

/** Redocly reads the place of a fault from the end of its message, and hands it on with the finding. */
function placed({ message, pointer }: BoundsError, source: Source): YamlParseError {
  const { line, col } = getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: true }).start;
  return new YamlParseError(new Error(`${message} (${line}:${col})`), source);
}
