import { ControlError } from './control-error.js';
import type { Wanted } from './control-values.js';
import { DEFAULT_SETTINGS, type Settings } from './world.js';

const ORDERS = ['webhook-first', 'browser-first', 'browser-lost', 'webhook-lost', 'duplicate'];

/** Whether a value fits, and what would. Numbers and booleans may come as texts, as from a command line. */
interface Rule {
  readonly wanted: Wanted;
  readonly isNullable?: boolean;
  readonly fits: (value: unknown) => boolean;
}

const isRecord = (value: unknown, isValue: (inner: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isValue);
const isText = (value: unknown): value is string => typeof value === 'string';
const wholeNumber = (most: number): Rule => ({
  wanted: { kind: 'whole-number', most },
  fits: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most,
});
const oneOf = (...values: readonly unknown[]): Rule => ({
  wanted: { kind: 'one-of', values: values.map(String) },
  fits: (value) => values.includes(value),
});
const orNull = ({ wanted, fits }: Rule): Rule => ({
  wanted,
  isNullable: true,
  fits: (value) => value === null || fits(value),
});

const A_YEAR = 31_536_000;

const RULES: Readonly<Record<keyof Settings, Rule>> = {
  webhookUrl: orNull({ wanted: { kind: 'url' }, fits: (value) => isText(value) && URL.canParse(value) }),
  webhookForm: oneOf('json', 'form'),
  webhookRetries: wholeNumber(5),
  order: oneOf(...ORDERS),
  webhookDelay: wholeNumber(A_YEAR),
  tiers: { wanted: { kind: 'names-by-code' }, fits: (value) => isRecord(value, isText) },
  unknownKeyStatus: oneOf(200, 404),
  cancelDelay: orNull(wholeNumber(A_YEAR)),
  hidesTestPayments: oneOf(true, false),
  channelGroups: {
    wanted: { kind: 'lists-by-id' },
    fits: (value) => isRecord(value, (list) => Array.isArray(list) && list.every(isText)),
  },
};

/**
 * Reads settings as they come from JavaScript, JSON or a command line.
 *
 * @throws {ControlError} for an unknown setting, or a value that does not fit.
 */
export function readSettings(given: Readonly<Record<string, unknown>>): Partial<Settings> {
  const entries = Object.entries(given).map(([name, value]) => {
    if (!isSetting(name)) throw new ControlError('unknown-setting', { name, known: Object.keys(RULES) });
    const { wanted, isNullable = false, fits } = RULES[name];
    const read = typeof value === 'string' && !fits(value) ? readText(value) : value;
    if (!fits(read))
      throw new ControlError('setting-value', { name, wanted, isNullable, given: JSON.stringify(value) });
    return [name, read];
  });
  // Every name and value was checked by its rule.
  return Object.fromEntries(entries) as Partial<Settings>;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, name);
}

/** `404`, `true` or `null` as a command line has them. */
function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
