type Node = Map<string, Node | string>;

/** Deepest nesting of brackets that is read. */
const DEEPEST = 8;

/**
 * Reads a form body with nested names as PHP does: `extra[requester]=customer`, `merchant_uid[]=a`,
 * `schedules[0][amount]=1004`. All values are texts.
 */
export function readForm(text: string): Record<string, unknown> {
  const root: Node = new Map();
  for (const [name, value] of new URLSearchParams(text)) put(root, partsOf(name), value);
  return objectOf(root);
}

function partsOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part);
  return [name.slice(0, open), ...inner].slice(0, DEEPEST);
}

function put(root: Node, parts: readonly string[], value: string): void {
  let node = root;
  parts.forEach((part, index) => {
    const key = part === '' ? String(node.size) : part;
    if (index === parts.length - 1) {
      node.set(key, value);
      return;
    }
    const known = node.get(key);
    const next: Node = known instanceof Map ? known : new Map<string, Node | string>();
    node.set(key, next);
    node = next;
  });
}

function valueOf(node: Node | string): unknown {
  if (typeof node === 'string') return node;
  const isList = node.size > 0 && [...node.keys()].every((key, index) => key === String(index));
  return isList ? [...node.values()].map(valueOf) : objectOf(node);
}

/** Names such as `__proto__` become ordinary properties. */
function objectOf(node: Node): Record<string, unknown> {
  return Object.fromEntries([...node].map(([key, value]) => [key, valueOf(value)]));
}
