import { compareText } from '../../messages/diagnostic.js';
import type { OperationModel } from '../model/model.js';

/** The names that the inputs and outputs of operations need from `models.ts`, sorted. */
export function modelsOf(operations: readonly OperationModel[]): string[] {
  const names = new Set(operations.flatMap(({ input, output }) => [input, output.replace(/\[.*$/, '')]));
  names.delete('undefined');
  return [...names].sort(compareText);
}
