import { FAULT_KINDS, type Fault } from './faults.js';

/** Name of the header of a request that asks for a fault, and of an answer that says what became of it. */
export const FAULT_HEADER = 'x-sandbox-fault';

/** What a request asks for with its header. */
export type AskedFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'invalid'; readonly reason: string };

/**
 * Reads the header `X-Sandbox-Fault`: a kind of fault, then `ms` and `text` where the kind takes them, as in
 * `slow; ms=3000` or `decline; text=%5B51%5D`. The text is encoded as in an address, because headers hold no Korean.
 */
export function readFaultHeader(header: string | null): AskedFault {
  if (header === null) return { kind: 'none' };
  const [name = '', ...fields] = header.split(';').map((part) => part.trim());
  const kind = FAULT_KINDS.find((one) => one === name);
  if (kind === undefined)
    return { kind: 'invalid', reason: `unknown fault "${name}"; expected one of: ${FAULT_KINDS.join(', ')}` };
  const values = new Map(fields.map((field) => fieldOf(field)));
  const unknown = [...values.keys()].find((field) => field !== 'ms' && field !== 'text');
  if (unknown !== undefined)
    return { kind: 'invalid', reason: `unknown field "${unknown}"; expected one of: ms, text` };
  const { ms = '1000', text } = Object.fromEntries(values);
  if (!/^\d{1,9}$/.test(ms)) return { kind: 'invalid', reason: `ms must be a number of milliseconds, not "${ms}"` };
  return { kind: 'fault', fault: { operation: '*', kind, times: 1, ms: Number(ms), text } };
}

function fieldOf(field: string): [string, string] {
  const [name = '', ...value] = field.split('=');
  const text = value.join('=');
  try {
    return [name, decodeURIComponent(text)];
  } catch {
    return [name, text];
  }
}
