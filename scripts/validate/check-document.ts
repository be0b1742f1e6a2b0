import type { Diagnostic } from '../diagnostics.js';
import type { SourceDocument } from './document.js';
import { explain } from './explain.js';
import type { Check } from './generated-folder.js';

/** Finds everything that is wrong with one document. */
export function checkDocument({ file, value, locate }: SourceDocument, check: Check): Diagnostic[] {
  return check(value).map((issue): Diagnostic => {
    const { code, severity, message, pointer, place } = explain(issue, value);
    return { code, severity, message, at: { file, pointer, ...locate(pointer, place) } };
  });
}
