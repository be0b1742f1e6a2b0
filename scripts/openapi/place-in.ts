import { getLineColLocation, type Document } from '@redocly/openapi-core';

import type { Diagnostic } from '../messages/diagnostic.js';
import { displayPath } from '../files/display-path.js';

/** The place that a JSON Pointer names in a document that was read, its path relative to a folder. */
export function placeIn({ source }: Pick<Document, 'source'>, pointer: string, cwd: string): Diagnostic['at'] {
  const { line, col } = getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: false }).start;
  return { file: displayPath(source.absoluteRef, cwd), pointer, line, column: col };
}
