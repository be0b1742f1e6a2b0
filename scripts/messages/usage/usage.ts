import { codedTexts, type Coded } from '../coded.js';
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

/** A code and its values; no values where the text is constant. */
export type Usage = Coded<typeof USAGE>;

/** The code of a usage error. */
export type UsageCode = Usage[0];

/** Renders the text of a usage error. */
export function usageTexts(code: UsageCode, values: unknown): Texts {
  return codedTexts(USAGE, [code, values]);
}
