const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A source of random values that gives the same ones for the same seed. */
export interface Random {
  /** From 0 to `below` - 1. */
  readonly int: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly digits: (count: number) => string;
  readonly text: (count: number, characters?: string) => string;
}

/** Mulberry32: small, and good enough for samples. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const text = (count: number, characters = LETTERS): string =>
    Array.from({ length: count }, () => characters[int(characters.length)]).join('');
  return { int, pick: (items) => items[int(items.length)]!, digits: (count) => text(count, '0123456789'), text };
}

/** Letters and digits in capitals. */
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Hexadecimal digits. */
export const HEX = '0123456789abcdef';
/** The alphabet of Base64. */
export const BASE64 = `${LETTERS}+/`;
