import type { SECRET_ENTRIES } from '../messages/secret.js';
import { finding } from '../messages/finding.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import type { BrokenText, SourceDocument } from '../source/document.js';
import { createPositions } from '../source/locate.js';
import { mayHoldSecrets } from './may-hold-secrets.js';
import { placedScalars } from './placed-scalars.js';
import { realSecretsIn, realSecretsOf } from './real-secrets.js';
import type { SecretKind } from './detectors/span.js';

const CODES: Readonly<Partial<Record<SecretKind, keyof typeof SECRET_ENTRIES>>> = {
  'card-number': 'secret/card-number',
  'resident-number': 'secret/resident-number',
  'identity-key': 'secret/identity-key',
  email: 'secret/email',
  phone: 'secret/phone',
  token: 'secret/token',
  key: 'secret/key',
  secret: 'secret/key',
};

/**
 * Finds values that may belong to a real person: one finding for each value and kind. Published test numbers,
 * reserved domains and what `--redact` writes are none. Where there is nothing it costs a search of the text, and the
 * schema is not read.
 */
export function secretFindings(document: SourceDocument, schemaOf: () => unknown = () => undefined): Diagnostic[] {
  if (!mayHoldSecrets(document.text)) return [];
  return placedScalars(document, schemaOf()).flatMap((scalar) => {
    const kinds = new Set(realSecretsOf(scalar).map(({ kind }) => kind));
    const { pointer, place } = scalar;
    const at = { file: document.file, pointer, ...document.locate(pointer, place) };
    return [...kinds].flatMap((kind) => (CODES[kind] === undefined ? [] : [finding(CODES[kind], at, { place })]));
  });
}

/** The same for a text that could not be parsed, where only shapes and names tell anything. */
export function brokenSecretFindings(file: string, broken: BrokenText | undefined): Diagnostic[] {
  if (broken === undefined || !mayHoldSecrets(broken.text)) return [];
  const positionOf = createPositions(broken.text, broken.firstLine);
  return realSecretsIn(broken.text).flatMap(({ kind, offset, length }) => {
    const code = CODES[kind];
    return code === undefined
      ? []
      : [finding(code, { file, pointer: '', ...positionOf(offset), length }, { place: 'value' })];
  });
}
