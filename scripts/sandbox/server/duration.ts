import { ControlRangeError } from '../model/control-error.js';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Reads a duration: milliseconds, or a text of numbers with units: `ms`, `s`, `m`, `h`, `d`, `w`.
 *
 * @returns milliseconds.
 * @throws {RangeError} for anything else.
 */
export function readDuration(duration: number | string): number {
  const milliseconds = typeof duration === 'number' ? duration : readText(duration);
  if (!Number.isFinite(milliseconds) || milliseconds < 0)
    throw new ControlRangeError('not-a-duration', { given: String(duration) });
  return milliseconds;
}

function readText(text: string): number {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text)) return Number.NaN;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)];
  return parts.reduce((sum, [, count = '0', unit = 'ms']) => sum + Number(count) * (UNITS[unit] ?? Number.NaN), 0);
}
