/** One thing that happened. */
export interface JournalEntry {
  readonly id: number;
  /** Time of the sandbox's clock, ISO 8601. */
  readonly at: string;
  /** Key of the merchant, or null before one is known. */
  readonly key: string | null;
  readonly kind: 'request' | 'command' | 'webhook' | 'browser' | 'note' | 'fault' | 'bug';
  /** One line for people. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is kept; older entries are dropped. */
const KEPT = 2000;

const SECRET =
  /^(imp_secret|card_number|expiry|birth|pwd_2digit|cvc|benepia_password|refund_account|identifier|otp|vbank_key|pg_api_key)$/;

/** The log of a sandbox: requests, commands, notifications, faults. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #listeners = new Set<(entry: JournalEntry) => void>();
  readonly #now: () => Date;
  #count = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Everything kept, oldest first. */
  entries(kind?: JournalEntry['kind']): readonly JournalEntry[] {
    return this.#entries.filter((entry) => kind === undefined || entry.kind === kind);
  }

  /** Subscribes to new entries. Returns a function that unsubscribes. */
  follow(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.length = 0;
  }

  /** Adds an entry. Secrets in `data` are masked. */
  add(entry: Omit<JournalEntry, 'id' | 'at' | 'data'> & { readonly data?: JournalEntry['data'] }): void {
    this.#count += 1;
    const data = masked(entry.data ?? {});
    const full = { ...entry, id: this.#count, at: this.#now().toISOString(), data };
    this.#entries.push(full);
    if (this.#entries.length > KEPT) this.#entries.shift();
    for (const listener of this.#listeners) listener(full);
  }
}

function masked(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (SECRET.test(name)) return [name, '***'];
      const isNested = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, isNested ? masked({ ...value }) : value];
    }),
  );
}
