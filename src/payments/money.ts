// ISO 4217 currencies that do not have two decimals.
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/**
 * Converts an amount to minor units (won, cents); `undefined` if it is not an amount of that currency, such as 10.5
 * won.
 *
 * @param amount In the major unit, as in the API.
 * @param currency ISO 4217 code.
 */
export function toMinorUnits(amount: unknown, currency: string): number | undefined {
  if (typeof amount !== 'number') return undefined;
  const exact = amount * 10 ** (Object.hasOwn(DECIMALS, currency) ? (DECIMALS[currency] ?? 2) : 2);
  const minor = Math.round(exact);
  // 14.2 × 100 is 1419.9999999999998, but half a cent is an error.
  return Number.isSafeInteger(minor) && Math.abs(exact - minor) < 1e-4 ? minor : undefined;
}

/**
 * Whether two amounts are equal in minor units: 14.2 and 14.20 dollars are, 0.1 + 0.2 and 0.3 are, 1004 and `'1004'`
 * are not.
 *
 * @param currency ISO 4217 code. Default: won.
 */
export function sameMoney(one: unknown, other: unknown, currency = 'KRW'): boolean {
  const minor = toMinorUnits(one, currency);
  return minor !== undefined && minor === toMinorUnits(other, currency);
}

/** Subtracts amounts in the major unit without floating-point errors. */
export function subtractMoney(amount: number, taken: number, currency: string): number {
  const [whole, part] = [toMinorUnits(amount, currency), toMinorUnits(taken, currency)];
  if (whole === undefined || part === undefined) return Number.NaN;
  return (whole - part) / 10 ** (DECIMALS[currency] ?? 2);
}
