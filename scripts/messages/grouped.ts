/** `1234567` as `1,234,567`. `toLocaleString` does the same, and takes the time of a hundred fixtures to get ready. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
