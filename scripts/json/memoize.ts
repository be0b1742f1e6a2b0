/** Calls a function once for each argument and remembers the result, `undefined` included; of `most` arguments at most. */
export function memoize<Key, Value>(make: (key: Key) => Value, most = Infinity): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    if (made.size < most) made.set(key, { value });
    return value;
  };
}

interface Branch<Key extends object, Value> {
  made?: { readonly value: Value };
  readonly next: WeakMap<Key, Branch<Key, Value>>;
}

/** The same of a function of a list: lists of the same members, in the same order, have one result. */
export function memoizeList<Key extends object, Value>(
  make: (keys: readonly Key[]) => Value,
): (keys: readonly Key[]) => Value {
  const root: Branch<Key, Value> = { next: new WeakMap() };
  return (keys) => {
    let branch = root;
    for (const key of keys) {
      let next = branch.next.get(key);
      if (next === undefined) branch.next.set(key, (next = { next: new WeakMap() }));
      branch = next;
    }
    return (branch.made ??= { value: make(keys) }).value;
  };
}
