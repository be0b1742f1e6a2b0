import type { Diagnostic } from '../diagnostics.js';
import { explain } from './explain.js';
import type { Check } from './generated-folder.js';
import { createLocator, positionAt } from './locate.js';
import { readJson } from './read-json.js';

/** Validates one file. `shownAs` is how findings name it. */
export function checkFile(file: string, shownAs: string, check: Check): Diagnostic[] {
  const document = readJson(file, shownAs);
  if (!document.ok) {
    const at = { file: shownAs, pointer: '', ...positionAt(document.text, document.offset) };
    return [{ code: 'fixture/syntax', severity: 'error', message: document.message, at }];
  }
  const locate = createLocator(document.text);
  return check(document.value).map((issue): Diagnostic => {
    const { code, severity, message, pointer, place } = explain(issue, document.value);
    return { code, severity, message, at: { file: shownAs, pointer, ...locate(pointer, place) } };
  });
}
