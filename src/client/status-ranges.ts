import type { OperationRow } from './operation-row.js';

/** Rows whose answers are found under every status that `2XX` and `default` mean. */
export function withRanges<Rows extends Readonly<Record<string, OperationRow>>>(
  rows: Rows,
): Readonly<Record<keyof Rows, OperationRow>> {
  // The same keys.
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, withRange(row)])) as Record<
    keyof Rows,
    OperationRow
  >;
}

function withRange(row: OperationRow): OperationRow {
  const { '2XX': range, default: other, ...exact } = row.checkResponse ?? {};
  const load = range ?? other;
  if (load === undefined) return row;
  const statuses = Array.from({ length: 100 }, (_, index) => [String(200 + index), load] as const);
  return { ...row, checkResponse: { ...Object.fromEntries(statuses), ...exact } };
}
