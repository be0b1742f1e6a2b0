import { pointerOf } from './pointer.js';

/** More than any description of an API needs, less than what brings a machine down. */
const LIMITS = { megabytes: 20, depth: 400, nodes: 2_000_000 };

// Code that copies an object by assignment sets its prototype instead of the key.
const UNSUPPORTED_KEY = '__proto__';

/** Which limit a document exceeds. */
export type Bound =
  | { readonly code: 'key'; readonly key: string }
  | { readonly code: 'megabytes' | 'depth' | 'nodes'; readonly most: number }
  | { readonly code: 'cycle' | 'unicode' };

/** What is wrong with a document as data, and where. The message is the code of the limit. */
export class BoundsError extends Error {
  override readonly name = 'BoundsError';
  readonly bound: Bound;
  /** JSON Pointer (RFC 6901) to the problem. */
  readonly pointer: string;

  constructor(bound: Bound, keys: readonly string[]) {
    super(bound.code);
    this.bound = bound;
    this.pointer = pointerOf(keys);
  }
}

/**
 * Refuses a file before it is parsed when it is unreasonably large.
 *
 * @throws {BoundsError} at the whole document.
 */
export function checkSize(text: string): void {
  const { megabytes: most } = LIMITS;
  if (text.length > most * 1_000_000) throw new BoundsError({ code: 'megabytes', most }, []);
}

interface Size {
  readonly nodes: number;
  readonly depth: number;
}

const LEAF: Size = { nodes: 1, depth: 0 };

/**
 * Refuses parsed documents that are made to harm: nesting that overflows the stack, aliases that multiply ("billion
 * laughs"), keys that reach into prototypes, text that no UTF-8 file can keep. YAML aliases are shared objects here: each
 * is measured once, and counted at every place.
 *
 * @throws {BoundsError} with what is wrong and where, for the caller to name the file.
 */
export function checkBounds(document: unknown): void {
  const sizes = new Map<object, Size>();
  const open = new Set<object>();
  const keys: string[] = [];
  const measureKey = (key: string, part: unknown): Size => {
    keys.push(key);
    if (key === UNSUPPORTED_KEY) throw new BoundsError({ code: 'key', key }, keys);
    checkText(key, keys);
    const size = measure(part);
    keys.pop();
    return size;
  };
  const measure = (node: unknown): Size => {
    if (typeof node === 'string') checkText(node, keys);
    if (typeof node !== 'object' || node === null) return LEAF;
    const known = sizes.get(node);
    if (known !== undefined) return checkSum(known, keys);
    if (open.has(node)) throw new BoundsError({ code: 'cycle' }, keys);
    checkDepth(keys.length, keys);
    open.add(node);
    const parts = Object.entries(node).map(([key, part]) => measureKey(key, part));
    open.delete(node);
    const size = {
      nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
      depth: parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) + 1,
    };
    sizes.set(node, size);
    return checkSum(size, keys);
  };
  measure(document);
}

function checkSum(size: Size, keys: readonly string[]): Size {
  checkDepth(keys.length + size.depth, keys);
  if (size.nodes > LIMITS.nodes) throw new BoundsError({ code: 'nodes', most: LIMITS.nodes }, keys);
  return size;
}

function checkDepth(levels: number, keys: readonly string[]): void {
  if (levels > LIMITS.depth) throw new BoundsError({ code: 'depth', most: LIMITS.depth }, keys);
}

function checkText(text: string, keys: readonly string[]): void {
  if (!text.isWellFormed()) throw new BoundsError({ code: 'unicode' }, keys);
}
