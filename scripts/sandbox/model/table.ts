interface Undo<Value> {
  readonly key: string;
  readonly before: Value | undefined;
  readonly newer: Table<Value>;
}

/**
 * A map that never changes: `set` and `delete` return another one. The newest version owns the entries; an older one knows
 * only what was different and takes the entries over when it is read. So a write costs the same however much the table
 * holds, and any older version can be kept as a snapshot.
 */
export class Table<Value> {
  /** Of the newest version only; empty in the others. */
  #entries: Map<string, Value>;
  #undo: Undo<Value> | undefined;

  constructor(entries: Iterable<readonly [string, Value]> = []) {
    this.#entries = new Map(entries);
  }

  get size(): number {
    return this.#own().size;
  }

  /** The value of a key, or `undefined`. */
  get(key: string): Value | undefined {
    return this.#own().get(key);
  }

  /** The same table with one entry added or replaced. */
  set(key: string, value: Value): Table<Value> {
    return this.#derive(key, value);
  }

  /** The same table without one entry. */
  delete(key: string): Table<Value> {
    return this.#own().has(key) ? this.#derive(key, undefined) : this;
  }

  /** All values, in no order to rely on. */
  values(): Value[] {
    return [...this.#own().values()];
  }

  /** All entries, sorted by key, as plain data. */
  toJSON(): [string, Value][] {
    return [...this.#own()].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #derive(key: string, value: Value | undefined): Table<Value> {
    const entries = this.#own();
    const newer = new Table<Value>();
    newer.#entries = entries;
    this.#undo = { key, before: entries.get(key), newer };
    this.#entries = new Map();
    put(entries, key, value);
    return newer;
  }

  /** The entries of this version, taken over from the version that holds them now. */
  #own(): Map<string, Value> {
    const chain: Table<Value>[] = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the walk begins here
    let holder: Table<Value> = this;
    while (holder.#undo !== undefined) {
      chain.push(holder);
      holder = holder.#undo.newer;
    }
    for (const older of chain.reverse()) older.#takeOver();
    return this.#entries;
  }

  #takeOver(): void {
    if (this.#undo === undefined) return;
    const { key, before, newer } = this.#undo;
    const entries = newer.#entries;
    newer.#undo = { key, before: entries.get(key), newer: this };
    newer.#entries = new Map();
    put(entries, key, before);
    this.#entries = entries;
    this.#undo = undefined;
  }
}

function put<Value>(entries: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value === undefined) entries.delete(key);
  else entries.set(key, value);
}
