import { isObject } from '../../json/schema.js';
import { compareText } from '../../messages/diagnostic.js';

/** The entry of one payment gateway in `x-gateways` of the document. */
export interface GatewayFacts {
  readonly code: string;
  readonly kind: string;
  readonly legacy: boolean;
  readonly note: string | undefined;
  readonly payMethods: readonly GatewayCell[];
  /** By the name of the fact, sorted. */
  readonly cells: readonly (readonly [name: string, cell: GatewayCell])[];
}

/** One fact, how certain it is, and its source. */
export interface GatewayCell {
  readonly value: unknown;
  readonly confidence: string;
  readonly source: string;
}

/** Reads `x-gateways` of a document; what has no confidence or no source is left out. */
export function readGateways(section: unknown): GatewayFacts[] {
  if (!isObject(section)) return [];
  const entries = Object.entries(section).sort(([a], [b]) => compareText(a, b));
  return entries.flatMap(([code, facts]) => (isObject(facts) ? [readGateway(code, facts)] : []));
}

function readGateway(
  code: string,
  { kind, legacy, note, pay_methods: methods, cells }: Record<string, unknown>,
): GatewayFacts {
  return {
    code,
    kind: typeof kind === 'string' ? kind : 'payment',
    legacy: legacy === true,
    note: typeof note === 'string' ? note : undefined,
    payMethods: Array.isArray(methods) ? methods.flatMap(readCell) : [],
    cells: Object.entries(isObject(cells) ? cells : {})
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([name, cell]) => readCell(cell).map((read) => [name, read] as const)),
  };
}

function readCell(cell: unknown): GatewayCell[] {
  if (!isObject(cell) || typeof cell.confidence !== 'string' || typeof cell.source !== 'string') return [];
  return [{ value: cell.value ?? null, confidence: cell.confidence, source: cell.source }];
}
