import { getLineColLocation, type BaseResolver, type Document } from '@redocly/openapi-core';

import { reasonOf } from './reason-of.js';
import { UsageError } from '../messages/usage-error.js';
import { readDocument } from './load-spec.js';
import { isObject } from '../json/schema.js';

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
