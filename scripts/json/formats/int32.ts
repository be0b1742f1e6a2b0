/** A signed integer of 32 bits. */
export function fitsInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}
