/** Finds the most similar name with at most two edits; names that are too short have no match. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let limit = name.length < 6 ? 2 : 3;
  for (const each of known) {
    const distance = distanceOf(name.toLowerCase(), each.toLowerCase());
    if (distance < limit) [nearest, limit] = [each, distance];
  }
  return nearest;
}

/** Levenshtein distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a) {
    const above = row;
    row = [];
    above.forEach((cost, column) => {
      const [left = cost, corner = cost] = [row[column - 1], above[column - 1]];
      row.push(Math.min(cost + 1, left + 1, corner + (letter === b[column - 1] ? 0 : 1)));
    });
  }
  return row.at(-1) ?? 0;
}
