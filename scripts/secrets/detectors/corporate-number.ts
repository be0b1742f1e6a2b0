// A registry (1101: Seoul), and the kind of company: 11 to 15, of associations and foundations 21 and 22, others 71.
const SHAPE = /^(?:1[1-9]|2[0-2])\d\d(?:1[1-5]|2[12]|71)/;

/** Tells whether digits are the registration number of a company: those are public. The last one is a check digit. */
export function isCorporateNumber(digits: string): boolean {
  if (digits.length !== 13 || !SHAPE.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 12), Number).reduce(
    (total, digit, index) => total + digit * (1 + (index % 2)),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}
