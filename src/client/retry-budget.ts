/** Retries that a client can make at once, before it has made any call. */
const CAPACITY = 20;

/** How much of a retry each call pays for. */
const SHARE = 0.1;

/**
 * Limits the retries of a client, so that an outage does not become worse by them: 200 calls that all fail make at most
 * 240 requests.
 */
export interface RetryBudget {
  /** Counts a call: every tenth allows one retry more. */
  readonly earn: () => void;
  /** Takes one retry, or says that there is none left. */
  readonly spend: () => boolean;
}

/** Makes a full budget. */
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
