import type { Texts } from '../entry.js';
import { CONFIG_USAGE } from './config.js';
import { FILE_USAGE } from './file.js';
import { FLAG_USAGE } from './flag.js';
import { GENERATE_USAGE } from './generate.js';
import { NAME_USAGE } from './name.js';
import { SANDBOX_USAGE } from './sandbox.js';

/** The texts of every usage error, as functions of its values. */
export const USAGE = {
  ...CONFIG_USAGE,
  ...FILE_USAGE,
  ...FLAG_USAGE,
  ...GENERATE_USAGE,
  ...NAME_USAGE,
  ...SANDBOX_USAGE,
};

/** The code of a usage error. */
export type UsageCode = keyof typeof USAGE;

type Values<Code extends UsageCode> = Parameters<(typeof USAGE)[Code]>;

/** A code and its values; no values where the text is constant. */
export type Usage = {
  [Code in UsageCode]: Values<Code> extends [infer Value]
    ? [code: Code, values: Value]
    : [code: Code, values?: undefined];
}[UsageCode];

/** Renders the text of a usage error. */
export function usageTexts(code: UsageCode, values: unknown): Texts {
  // UsageError pairs each code with its own values, which the type of a union of functions cannot express.
  const text = USAGE[code] as (values: unknown) => Texts;
  return text(values);
}
