import { operations } from 'iamport-kit';

import { REFUSALS } from '../model/refusals.js';

/** What the sandbox does about one operation. */
export interface OperationCoverage {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** `state`: it answers from what has happened; `fixed`: always the same. */
  readonly model: 'state' | 'fixed';
  readonly refusals: readonly {
    readonly refusal: string;
    readonly status: number;
    readonly code: number;
    readonly evidence: 'recorded' | 'documented' | 'none';
    readonly source: string;
  }[];
}

/** Operations that answer without a state behind them. */
const FIXED = new Set([
  'listNaverReviews',
  'getVbankHolder',
  'getBenepiaPoints',
  'updatePaycoOrderStatus',
  'reportPaymentwallDelivery',
  'registerPartnerReceipts',
  'accrueNaverPoints',
  'listCardCodes',
  'getCardCode',
  'listBankCodes',
  'getBankCode',
  'listChannels',
]);

interface Row {
  readonly method: string;
  readonly path: string;
}

/** Operations × situations × evidence. */
export function coverage(): OperationCoverage[] {
  return Object.entries<Row>(operations).map(([operation, { method, path }]) => ({
    operation,
    method,
    path,
    model: FIXED.has(operation) ? 'fixed' : 'state',
    refusals: Object.entries(REFUSALS)
      .filter(([, { on }]) => on.split(' ').includes(operation))
      .map(([refusal, { status, code, evidence, source }]) => ({ refusal, status, code, evidence, source })),
  }));
}

/** The same as a text: one operation a line, its refusals below. */
export function coverageText(): string {
  const rows = coverage();
  const lines = rows.flatMap(({ operation, method, path, model, refusals }) => [
    `${operation.padEnd(32)} ${model.padEnd(6)} ${method} ${path}`,
    ...refusals.map(
      ({ refusal, status, code, evidence, source }) =>
        `    ${String(status)} ${String(code).padStart(2)}  ${evidence.padEnd(10)} ${refusal.padEnd(28)} ${source}`,
    ),
  ]);
  const all = Object.values(REFUSALS);
  const count = (evidence: string): number => all.filter((row) => row.evidence === evidence).length;
  const fixed = rows.filter(({ model }) => model === 'fixed').length;
  return [
    ...lines,
    '',
    `${rows.length} operations: ${rows.length - fixed} with state, ${fixed} with a fixed answer`,
    `${all.length} refusals: ${count('recorded')} recorded from the service, ${count('documented')} documented without a text, ${count('none')} of the sandbox alone`,
    '',
  ].join('\n');
}
