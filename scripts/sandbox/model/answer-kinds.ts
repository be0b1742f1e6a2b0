import { EXAMPLES } from './examples.js';
import type { OperationId } from './handler.js';

/**
 * Where the successful answer of an operation comes from. `state`: what the merchant has done, which it reads or
 * changes; `check`: it is refused by that state, and a success changes nothing that can be read back; `table`: a table
 * of codes; `example`: there is no model, the answer is the example of the document.
 */
export type AnswerKind = 'state' | 'check' | 'table' | 'example';

const TABLES = new Set<OperationId>(['listCardCodes', 'getCardCode', 'listBankCodes', 'getBankCode', 'listChannels']);

const CHECKS = new Set<OperationId>([
  'updatePaycoOrderStatus',
  'reportPaymentwallDelivery',
  'registerPartnerReceipts',
  'accrueNaverPoints',
  'releaseKcpQuickFido',
]);

/** The kind of answer of an operation. */
export function answerKindOf(id: OperationId): AnswerKind {
  if (Object.hasOwn(EXAMPLES, id)) return 'example';
  if (TABLES.has(id)) return 'table';
  return CHECKS.has(id) ? 'check' : 'state';
}
