/** Formats `1234567` as `1,234,567`. `toLocaleString` is slow to initialise: as long as checking a hundred fixtures. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 problem`, `2 problems`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}
