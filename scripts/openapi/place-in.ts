import { getLineColLocation, type Document } from '@redocly/openapi-core';

import type { Diagnostic } from '../messages/diagnostic.js';
import type { LoadedSpec } from './loaded-spec.js';

/** The place that a JSON Pointer names in a document that was read. */
export function placeIn(
  { source }: Pick<Document, 'source'>,
  pointer: string,
  show: LoadedSpec['show'],
): Diagnostic['at'] {
  const { line, col } = getLineColLocation({ source, pointer: `#${pointer}`, reportOnKey: false }).start;
  return { file: show(source.absoluteRef), pointer, line, column: col };
}
