import { readFileSync } from 'node:fs';

import { getLineColLocation, type BaseResolver, type Document } from '@redocly/openapi-core';

import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { unreadable } from './load-spec.js';
import { isObject } from '../json/schema.js';

/**
 * Reads an OpenAPI Overlay.
 *
 * @throws {UsageError} with the place, when the file cannot be read, is no YAML, no overlay, or one of another version.
 */
export async function openOverlay(file: string, shownAs: string, resolver: BaseResolver): Promise<Document> {
  checkReadable(file, shownAs);
  const document = await resolver
    .resolveDocument(null, file, true)
    .catch((cause: unknown) => unreadable(cause, shownAs));
  if (document instanceof Error) return unreadable(document, shownAs);
  const version = isObject(document.parsed) ? document.parsed.overlay : undefined;
  if (typeof version === 'string' && /^1\.[012]\.\d+$/.test(version)) return document;
  if (version === undefined) throw new UsageError('not-an-overlay', { place: `${shownAs}:1:1` });
  const { line, col } = getLineColLocation({ source: document.source, pointer: '#/overlay', reportOnKey: false }).start;
  throw new UsageError('overlay-version', { place: `${shownAs}:${line}:${col}`, version: JSON.stringify(version) });
}

function checkReadable(file: string, shownAs: string): void {
  try {
    readFileSync(file);
  } catch (cause) {
    throw new UsageError('overlay-unreadable', { file: shownAs, reason: reasonOf(cause) }, { cause });
  }
}
