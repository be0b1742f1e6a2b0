/** Everything that a graph leads to from some nodes, these included, in the order it is found. */
export function reachable<Node>(starts: Iterable<Node>, next: (node: Node) => Iterable<Node>): Set<Node> {
  const found = new Set(starts);
  // What is added meanwhile is visited too.
  for (const node of found) for (const target of next(node)) found.add(target);
  return found;
}
