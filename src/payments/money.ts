// ISO 4217: the currencies that do not have two decimals.
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/**
 * An amount in minor units (won, cents), or `undefined` when it is no amount of that currency, such as 10.5 won.
 *
 * @param amount In the major unit, as the API has it.
 * @param currency ISO 4217 code.
 */
export function toMinorUnits(amount: unknown, currency: string): number | undefined {
  if (typeof amount !== 'number') return undefined;
  const exact = amount * 10 ** (Object.hasOwn(DECIMALS, currency) ? (DECIMALS[currency] ?? 2) : 2);
  const minor = Math.round(exact);
  // 14.2 × 100 is 1419.9999999999998; half a cent is another matter.
  return Number.isSafeInteger(minor) && Math.abs(exact - minor) < 1e-4 ? minor : undefined;
}

/**
 * Whether two amounts are the same money, compared in minor units: 14.2 and 14.20 dollars are, 0.1 + 0.2 and 0.3 are, 1004
 * and `'1004'` are not.
 *
 * @param currency ISO 4217 code. Default: won.
 */
export function sameMoney(one: unknown, other: unknown, currency = 'KRW'): boolean {
  const minor = toMinorUnits(one, currency);
  return minor !== undefined && minor === toMinorUnits(other, currency);
}

/** What is left of an amount after another, both in the major unit, without the dust of floating point. */
export function subtractMoney(amount: number, taken: number, currency: string): number {
  const [whole, part] = [toMinorUnits(amount, currency), toMinorUnits(taken, currency)];
  if (whole === undefined || part === undefined) return Number.NaN;
  return (whole - part) / 10 ** (DECIMALS[currency] ?? 2);
}
