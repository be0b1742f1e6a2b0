import type { OperationModel } from '../model/model.js';

/** Fewer operations share nothing worth saying once. */
const FEWEST = 4;

/** What a status means where it fails, as documentation says it. */
export function failureTag(status: string, text: string): string {
  return `\`httpStatus: ${status}\`: ${text.trim()}`;
}

/**
 * The failures that more than half of all operations have: documentation says them once, with the resources, and not with
 * every method.
 */
export function sharedFailures(operations: readonly OperationModel[]): string[] {
  if (operations.length < FEWEST) return [];
  const counts = new Map<string, number>();
  for (const { failures } of operations) {
    for (const [status, text] of Object.entries(failures)) {
      const tag = failureTag(status, text);
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count * 2 > operations.length).map(([tag]) => tag);
}
