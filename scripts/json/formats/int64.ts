/** A signed integer of 64 bits. The largest is read as 2^63: numbers of JSON have 53 bits here. */
export function fitsInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -9223372036854775808 && value <= 9223372036854775808;
}
