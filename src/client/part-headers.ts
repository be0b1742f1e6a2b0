import { IamportError } from './errors.js';
import type { PartHeaderRow } from './operation-row.js';
import { writeStyled } from './parameter-style.js';
import { headerValue } from './request.js';

/** One part whose headers are wanted. */
export interface PartPlace {
  readonly part: string;
  readonly rows: Readonly<Record<string, PartHeaderRow>>;
  /** What the caller gives, for all parts. */
  readonly partHeaders: unknown;
  /** Its place among the parts of its name. */
  readonly index: number;
}

/**
 * The lines of a part's own headers: values of the caller, else those of the document.
 *
 * @throws {IamportError} `kind: 'input'` when a required one is missing, or a header cannot hold a value.
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export function headerLines({ part, rows, partHeaders, index }: PartPlace): string[] {
  const ofPart = memberOf(partHeaders, part);
  const given: unknown = Array.isArray(ofPart) ? ofPart[index] : ofPart;
  return Object.entries(rows).flatMap(([name, { how = { style: 'simple', explode: false }, value, isRequired }]) => {
    const wanted = memberOf(given, name) ?? value;
    const isThere = wanted !== undefined && wanted !== null;
    const [text] = isThere ? writeStyled({ name, value: wanted, how, escape: (unchanged) => unchanged }) : [];
    if (text !== undefined) return [`${name}: ${headerValue(name, text)}`];
    if (isRequired !== true) return [];
    throw new IamportError('input', `the part ${part} needs the header ${name}, in partHeaders`);
  });
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
