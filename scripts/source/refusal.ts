import { finding } from '../messages/finding.js';
import type { BrokenText, ReadDocument } from './document.js';
import type { Position } from './document.js';

type Refused = ReadDocument & { readonly ok: false };

interface Circumstances {
  readonly position: Position;
  readonly values?: Readonly<Record<string, string>>;
  /** What was refused, where there is a text. */
  readonly source?: BrokenText;
}

/** Reports why there is no document to check. Messages of parsers quote the text, which may be secret: only their code is used. */
export function refusal(file: string, problem: string, { position, values = {}, source }: Circumstances): Refused {
  const at = { file, pointer: '', ...position };
  const diagnostic = finding('fixture/syntax', at, { problem, ...values });
  return { ok: false, diagnostic, ...(source && { broken: { text: source.text, firstLine: source.firstLine } }) };
}
