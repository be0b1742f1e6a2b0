/**
 * Finds the known name closest to a misspelt one, ignoring case; undefined if none is close. Close means at most two
 * edits per five letters; swapping two neighbouring letters is one edit.
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length * 0.4));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps. Beyond `limit` it is only known to be
 * more.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  let [beforeLast, last] = [new Array<number>(), Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
      current[column] = distance;
      least = Math.min(least, distance);
    }
    // A swap looks two rows back, and costs one: no later cell is less than one below the least of this row.
    if (least > limit + 1) return least;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
}
