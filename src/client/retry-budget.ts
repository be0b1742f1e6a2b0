/** Retries available to a new client. */
const CAPACITY = 20;

/** Retries that each call adds to the budget. */
const SHARE = 0.1;

/**
 * Limits the retries of a client, so that they do not make an outage worse: 200 failing calls send at most 240
 * requests.
 */
export interface RetryBudget {
  /** Counts a call: every tenth call adds one retry. */
  readonly earn: () => void;
  /** Takes one retry; false if none is left. */
  readonly spend: () => boolean;
}

/** Creates a full budget. */
export function createRetryBudget(): RetryBudget {
  let left = CAPACITY;
  return {
    earn: () => {
      left = Math.min(CAPACITY, left + SHARE);
    },
    spend: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
