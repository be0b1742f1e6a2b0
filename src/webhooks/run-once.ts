import type { Claims } from './claims.js';

/** Result of a run: done now, done before, busy in another process, or timed out. */
export type RunOutcome = 'done' | 'done_before' | 'busy' | 'timeout';

/** Time limits in milliseconds. */
export interface RunTimes {
  readonly callbackMs: number;
  readonly claimMs: number;
}

/**
 * Runs work once across all processes that share the claims.
 *
 * If the work throws, its claim is released, so that it can run again at once. If it takes too long, its signal aborts
 * and its claim is no longer renewed: the claim expires later, because the work may still be running.
 *
 * @throws the errors of the work.
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
