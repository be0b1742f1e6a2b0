import type { Payment } from '../../generated/models.js';
import type { CallOptions } from '../../generated/call-options.js';
import { onAbort } from '../client/deadline.js';
import { IamportError } from '../client/errors.js';
import type { PaymentOperations } from './payment-operations.js';

/** Maximum number of IDs per request of the API. */
const MOST_IDS = 100;

/** Maximum query length per request in characters: 100 Korean order IDs would have 36,000. */
const LONGEST_QUERY = 6000;

/** Maximum number of parallel requests. */
const CONCURRENCY = 4;

/** Any number of transaction IDs and order IDs. */
export interface ManyInput {
  readonly imp_uid?: readonly string[] | undefined;
  readonly merchant_uid?: readonly string[] | undefined;
}

/** The payments by the ID they were requested with, and the IDs that were not found. */
export interface ManyPayments {
  /** For several payments with one order ID: the paid one, else the first one in the response. */
  readonly found: ReadonlyMap<string, Payment>;
  readonly missing: readonly string[];
}

/** Reads any number of payments. */
export type GetMany = (input: ManyInput, options?: CallOptions) => Promise<ManyPayments>;

type IdKind = 'imp_uid' | 'merchant_uid';

interface Chunk {
  readonly kind: IdKind;
  readonly ids: string[];
}

/**
 * Creates `payments.getMany`: four parallel requests of at most 100 IDs and 6,000 characters. The first failure stops
 * all.
 */
export function createGetMany({ list }: Pick<PaymentOperations, 'list'>): GetMany {
  return async (input, options) => {
    const chunks = [...chunk('imp_uid', input.imp_uid ?? []), ...chunk('merchant_uid', input.merchant_uid ?? [])];
    const found = new Map<string, Payment>();
    const next = chunks.values();
    // Aborts the other requests after the first failure.
    const controller = new AbortController();
    const unfollow = onAbort(options?.signal, () => {
      controller.abort();
    });
    const work = async (): Promise<void> => {
      for (const { kind, ids } of next) {
        const payments = await listKnown(list, { [kind]: ids }, { ...options, signal: controller.signal });
        for (const payment of payments.filter((one) => ids.includes(one[kind]))) keep(found, payment[kind], payment);
      }
    };
    try {
      await Promise.all(Array.from({ length: CONCURRENCY }, work));
    } finally {
      controller.abort();
      unfollow();
    }
    const asked = new Set(chunks.flatMap(({ ids }) => ids));
    return { found, missing: [...asked].filter((id) => !found.has(id)) };
  };
}

function keep(found: Map<string, Payment>, id: string, payment: Payment): void {
  const known = found.get(id);
  if (known === undefined || (known.status !== 'paid' && payment.status === 'paid')) found.set(id, payment);
}

async function listKnown(
  list: PaymentOperations['list'],
  input: Parameters<PaymentOperations['list']>[0],
  options: CallOptions,
): Promise<readonly Payment[]> {
  try {
    const payments: unknown = await list(input, options);
    if (Array.isArray(payments) && payments.every((payment) => typeof payment === 'object' && payment !== null)) {
      // Validation may be off. Only the IDs of a payment are used here.
      return payments as readonly Payment[];
    }
    throw new IamportError('validation', 'getMany: the response is not a list of payments');
  } catch (error) {
    // 404: none of them exists.
    if (error instanceof IamportError && error.kind === 'api' && error.httpStatus === 404) return [];
    throw error;
  }
}

function chunk(kind: IdKind, ids: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let room = 0;
  for (const id of new Set(ids)) {
    const length = `${kind}[]=&`.length + sizeOf(kind, id);
    const last = chunks.at(-1);
    if (last === undefined || last.ids.length >= MOST_IDS || length > room) {
      chunks.push({ kind, ids: [id] });
      room = LONGEST_QUERY - length;
    } else {
      last.ids.push(id);
      room -= length;
    }
  }
  return chunks;
}

function sizeOf(kind: IdKind, id: unknown): number {
  try {
    if (typeof id === 'string' && id !== '') return encodeURIComponent(id).length;
  } catch {
    // A lone surrogate is rejected below.
  }
  throw new IamportError('input', `getMany: each ${kind} must be a non-empty, well-formed string`);
}
