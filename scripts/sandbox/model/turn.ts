import type { Table } from './table.js';
import type { World } from './world.js';

/** A notification that is to be sent. */
export interface WebhookEffect {
  readonly kind: 'webhook';
  readonly urls: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly imp_uid: string;
}

/** Effects of a command outside the model. */
export type Effect = WebhookEffect;

/** One command being carried out: the world so far, the time and the effects so far. */
export interface Turn {
  world: World;
  /** Unix seconds. */
  readonly now: number;
  readonly effects: Effect[];
}

type TableName = { [Name in keyof World]: World[Name] extends Table<infer _Value> ? Name : never }[keyof World];
type ValueOf<Name extends TableName> = World[Name] extends Table<infer Value> ? Value : never;

/** Adds or replaces one entry of one table. */
export function save<Name extends TableName>(turn: Turn, name: Name, entry: readonly [string, ValueOf<Name>]): void {
  // The compiler does not see that a table belongs to its name.
  const table = turn.world[name] as unknown as Table<ValueOf<Name>>;
  turn.world = { ...turn.world, [name]: table.set(entry[0], entry[1]) };
}

/** Removes one entry of one table. */
export function remove(turn: Turn, name: TableName, key: string): void {
  turn.world = { ...turn.world, [name]: turn.world[name].delete(key) };
}

/** The next number of this world. Numbers follow from the seed, so that the same commands make the same ones. */
export function nextNumber(turn: Turn): number {
  turn.world = { ...turn.world, numbers: turn.world.numbers + 1 };
  return turn.world.seed * 1_000_000 + turn.world.numbers;
}

/** A new transaction ID: `imp_` and twelve digits from a window, `imps_` and twelve digits from the API. */
export function nextImpUid(turn: Turn, prefix: 'imp' | 'imps'): string {
  turn.world = { ...turn.world, count: turn.world.count + 1 };
  return `${prefix}_${String(turn.world.seed * 1_000_000 + turn.world.count).padStart(12, '0')}`;
}

/** A text of hexadecimal digits that follows from another text. Not for secrets. */
export function digest(text: string, length: number): string {
  let out = '';
  for (let round = 0; out.length < length; round += 1) {
    let hash = 0x811c9dc5 ^ round;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    out += ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, '0');
  }
  return out.slice(0, length);
}
