// As seconds, this is the year 5138; as milliseconds, 1973.
const LATEST = 1e11;

/** Whether a number is too large for unix seconds, so that it is milliseconds or no time at all. */
export function isMilliseconds(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) > LATEST;
}

// 1973 as seconds: what is before it is not a time of a payment.
const EARLIEST = 1e8;

/** The unix seconds of a time in milliseconds, parts of a second dropped; `undefined` when they are not plausible either. */
export function toSeconds(milliseconds: number): number | undefined {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds >= EARLIEST && seconds < LATEST ? seconds : undefined;
}
