import type { Code, FactsOf } from './catalogue.js';
import { CODES } from './codes.js';
import type { Diagnostic, Location } from './diagnostic.js';

/** Creates a finding from a code and its values. */
export function finding<C extends Code>(code: C, at: Location, values: FactsOf<C>): Diagnostic {
  // Facts are records of plain data.
  return { code, severity: CODES[code].severity, at, values: values as Readonly<Record<string, unknown>> };
}
