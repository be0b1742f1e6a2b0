import { operations } from 'iamport-kit';

import { answerKindOf, type AnswerKind } from '../model/answer-kinds.js';
import type { OperationId } from '../model/handler.js';
import { REFUSALS, type Refusal } from '../model/refusals.js';

/** What the sandbox does about one operation. */
export interface OperationCoverage {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Where a successful answer comes from. */
  readonly answer: AnswerKind;
  readonly refusals: readonly {
    readonly refusal: string;
    readonly status: number;
    readonly code: number;
    readonly evidence: 'recorded' | 'documented' | 'none';
    readonly source: string;
  }[];
}

interface Row {
  readonly method: string;
  readonly path: string;
}

/** Operations × situations × evidence. Refusals that every operation shares are not repeated. */
export function coverage(): OperationCoverage[] {
  return Object.entries<Row>(operations).map(([operation, { method, path }]) => ({
    operation,
    method,
    path,
    // The keys of the generated table are the operation IDs.
    answer: answerKindOf(operation as OperationId),
    refusals: rowsWhere(({ on }) => on.split(' ').includes(operation)),
  }));
}

function rowsWhere(isChosen: (row: Refusal) => boolean): OperationCoverage['refusals'] {
  return Object.entries(REFUSALS)
    .filter(([, row]) => isChosen(row))
    .map(([refusal, { status, code, evidence, source }]) => ({ refusal, status, code, evidence, source }));
}

/** The same as a text: one operation a line, its refusals below; last, the refusals that all of them share. */
export function coverageText(): string {
  const rows = coverage();
  const lines = rows.flatMap(({ operation, method, path, answer, refusals }) => [
    `${operation.padEnd(32)} ${answer.padEnd(7)} ${method} ${path}`,
    ...refusals.map(lineOf),
  ]);
  return [
    ...lines,
    'every operation',
    ...rowsWhere(({ on }) => on === '*').map(lineOf),
    'every other path',
    ...rowsWhere(({ on }) => on === '').map(lineOf),
    '',
    ...summary(rows),
    '',
  ].join('\n');
}

function lineOf({ refusal, status, code, evidence, source }: OperationCoverage['refusals'][number]): string {
  return `    ${String(status)} ${String(code).padStart(2)}  ${evidence.padEnd(10)} ${refusal.padEnd(28)} ${source}`;
}

function summary(rows: readonly OperationCoverage[]): string[] {
  const operationsWith = (kind: AnswerKind): number => rows.filter(({ answer }) => answer === kind).length;
  const all = Object.values(REFUSALS);
  const refusalsWith = (evidence: Refusal['evidence']): number => all.filter((row) => row.evidence === evidence).length;
  return [
    `${rows.length} operations answer: ${operationsWith('state')} from state, ${operationsWith('check')} after a check of the state, ${operationsWith('table')} from code tables, ${operationsWith('example')} with the example of the document`,
    `${all.length} refusals: ${refusalsWith('recorded')} recorded from the service, ${refusalsWith('documented')} documented without a text, ${refusalsWith('none')} of the sandbox alone`,
  ];
}
