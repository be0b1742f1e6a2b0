import type { Claims } from './claims.js';

/** How one piece of work ended: just now, before, in another process still, or not within its time. */
export type RunOutcome = 'done' | 'done_before' | 'busy' | 'timeout';

/** How long things may take, in milliseconds. */
export interface RunTimes {
  readonly callbackMs: number;
  readonly claimMs: number;
}

/**
 * Does a piece of work once across all processes that share the claims.
 *
 * Work that throws gives its claim up, so that it can be done again at once. Work that takes too long has its signal
 * aborted, and its claim is no longer renewed: it expires, for nothing says that the work has stopped.
 *
 * @throws what the work throws.
 */
export async function runOnce(
  claims: Claims,
  { key, times, work }: { key: string; times: RunTimes; work: (signal: AbortSignal) => unknown },
): Promise<RunOutcome> {
  const claim = await claims.claim(key, times.claimMs);
  if (claim.state !== 'claimed') return claim.state === 'done' ? 'done_before' : 'busy';
  const { token } = claim;
  const controller = new AbortController();
  const renewal = setInterval(() => {
    claims.renew(key, token, times.claimMs).catch(() => undefined);
  }, times.claimMs / 3);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(resolve, times.callbackMs, 'timeout');
  });
  try {
    const outcome = await Promise.race([run(work, controller.signal), tooLate]);
    if (outcome === 'timeout') controller.abort();
    else await claims.confirm(key, token);
    return outcome;
  } catch (error) {
    await claims.release(key, token).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(renewal);
    clearTimeout(timer);
  }
}

async function run(work: (signal: AbortSignal) => unknown, signal: AbortSignal): Promise<'done'> {
  await work(signal);
  return 'done';
}
