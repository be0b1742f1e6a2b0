import { groupBy } from '../../json/group-by.js';
import type { OperationModel } from '../model/model.js';

/** With fewer operations there is nothing to deduplicate. */
const FEWEST = 4;

/** The text of a failing status for documentation. */
export function failureTag(status: string, text: string): string {
  return `\`httpStatus: ${status}\`: ${text.trim()}`;
}

/**
 * The failures that more than half of all operations have: they are documented once, with the resources, instead of with
 * every method.
 */
export function sharedFailures(operations: readonly OperationModel[]): string[] {
  if (operations.length < FEWEST) return [];
  const all = operations.flatMap(({ failures }) => Object.entries(failures));
  const tags = groupBy(all, ([status, text]) => failureTag(status, text));
  return [...tags].filter(([, { length }]) => length * 2 > operations.length).map(([tag]) => tag);
}
