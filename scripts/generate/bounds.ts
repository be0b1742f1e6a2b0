/** More than any description of an API needs, less than what brings a machine down. */
const LIMITS = { megabytes: 20, depth: 400, nodes: 2_000_000 };

/** Refuses a file before it is parsed when it is larger than anything sensible. */
export function checkSize(text: string): void {
  if (text.length > LIMITS.megabytes * 1_000_000) throw new Error(`the file is larger than ${LIMITS.megabytes} MB`);
}

/**
 * Refuses parsed documents that are made to harm: nesting that overflows the stack, aliases that multiply ("billion
 * laughs"), keys that reach into prototypes. YAML aliases are shared objects here: each is measured once, and counted
 * wherever it stands.
 *
 * @throws {Error} with what is wrong, for the caller to name the file.
 */
export function checkBounds(document: unknown): void {
  const sizes = new Map<object, { readonly nodes: number; readonly depth: number }>();
  const open = new Set<object>();
  const measure = (node: unknown, level: number): { readonly nodes: number; readonly depth: number } => {
    if (typeof node !== 'object' || node === null) return { nodes: 1, depth: 0 };
    const known = sizes.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) throw new Error('an alias contains itself');
    if (level > LIMITS.depth) throw new Error(`it is nested deeper than ${LIMITS.depth} levels`);
    if (Object.hasOwn(node, '__proto__')) throw new Error('a key is "__proto__"');
    open.add(node);
    const parts = Object.values(node).map((part: unknown) => measure(part, level + 1));
    open.delete(node);
    const size = {
      nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
      depth: parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
    };
    if (level + size.depth > LIMITS.depth) throw new Error(`it is nested deeper than ${LIMITS.depth} levels`);
    if (size.nodes > LIMITS.nodes)
      throw new Error(`its aliases expand to more than ${LIMITS.nodes.toLocaleString('en-US')} values`);
    sizes.set(node, size);
    return size;
  };
  measure(document, 0);
}
