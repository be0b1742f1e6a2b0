import { IamportError } from './errors.js';

/** An option that a document adds to the client and to its calls: `x-client-option` of a header parameter. */
export interface DocumentOption {
  /** Name of the header that carries it. */
  readonly header: string;
  /** Regular expression that its values match. */
  readonly pattern?: string;
}

/** The options a document adds, by name. */
export type DocumentOptions = Readonly<Record<string, DocumentOption>>;

/**
 * The values of a document's options among all options.
 *
 * @throws {IamportError} `kind: 'input'` for a value that the document does not allow. The message does not contain it.
 */
export function readDocumentOptions(known: DocumentOptions | undefined, given: object = {}): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = { ...given };
  const read: Record<string, string> = {};
  for (const name in known) {
    const value = values[name];
    if (value === undefined) continue;
    const { pattern = '' } = known[name] ?? {};
    if (typeof value !== 'string' || !new RegExp(pattern, 'u').test(value)) {
      throw new IamportError('input', `${name} must match ${pattern}`);
    }
    read[name] = value;
  }
  return read;
}
