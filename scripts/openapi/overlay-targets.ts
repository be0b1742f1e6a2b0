import type { Document } from '@redocly/openapi-core';
import { paths as select } from 'jsonpath-rfc9535';

import type { OpenApi } from './document.js';
import { isObject } from '../json/schema.js';
import { escapePointer } from '../json/pointer.js';

/** The actions of an overlay; empty where they are not a list. */
export function actionsOf({ parsed }: Document): readonly unknown[] {
  return isObject(parsed) && Array.isArray(parsed.actions) ? parsed.actions : [];
}

/** What an action's target names in a document, as normalised JSONPaths (RFC 9535); undefined when it is not a JSONPath. */
export function targetsOf(action: unknown, document: Partial<OpenApi>): readonly string[] | undefined {
  if (!isObject(action) || typeof action.target !== 'string') return undefined;
  try {
    // JSONPath reads JSON, which a bundled document is.
    return select(document as never, withQuotedNames(action.target));
  } catch {
    return undefined;
  }
}

/**
 * Quotes the names that RFC 9535 wants quoted: `$.get[?@.x-traits.paged]` → `$.get[?@['x-traits'].paged]`. The Overlay
 * Specification's own example has a hyphen in an unquoted name.
 */
export function withQuotedNames(target: string): string {
  return target.replace(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(\.\.?)([\p{L}_][\p{L}\p{N}_]*(?:-+[\p{L}\p{N}_]+)+)/gu,
    (found, dots?: string, name?: string) =>
      dots === undefined || name === undefined ? found : `${dots === '..' ? '..' : ''}['${name}']`,
  );
}

/** The same overlay with the names in its targets quoted, as Redocly needs them. */
export function withQuotedTargets(overlay: Document): Document {
  if (!isObject(overlay.parsed) || !Array.isArray(overlay.parsed.actions)) return overlay;
  const actions = actionsOf(overlay).map((action) => {
    if (!isObject(action)) return action;
    const quoted = (['target', 'copy'] as const).flatMap((key) => {
      const path = action[key];
      return typeof path === 'string' ? [[key, withQuotedNames(path)] as const] : [];
    });
    return { ...action, ...Object.fromEntries(quoted) };
  });
  return { ...overlay, parsed: { ...overlay.parsed, actions } };
}

/** `$['paths']['/a'][0]` → `/paths/~1a/0` */
export function pointerOf(normalisedPath: string): string {
  const segments = normalisedPath.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/gs);
  return [...segments].map(([, name, index]) => `/${index ?? escapePointer(unescapeName(name ?? ''))}`).join('');
}

function unescapeName(name: string): string {
  const json = name.replace(/\\'|"/g, (found) => (found === '"' ? '\\"' : "'"));
  return String(JSON.parse(`"${json}"`));
}
