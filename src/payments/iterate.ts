import { IamportError } from '../client/errors.js';
import { readUnixTime } from '../client/unix-time.js';

/** A page of the API. */
export interface Page<Item> {
  readonly total: number;
  /** Number of the next page; 0 after the last one. */
  readonly next: number;
  readonly list: readonly Item[];
}

/**
 * The position of an iteration, as plain JSON. Passed to a later `iterate`, it continues after the page it came with.
 */
export interface Cursor {
  /** Start of the current window, in Unix seconds. */
  readonly from: number;
  /** End of the whole range, in Unix seconds. */
  readonly to: number;
  /** The page to read next, from 1. */
  readonly page: number;
  /** Length of the list at that time, to detect that it has shrunk since. */
  readonly total: number;
}

/** A page of an iteration: items that were on no earlier page, and the position to continue from. */
export interface IteratedPage<Item> {
  readonly items: readonly Item[];
  /** `null` after the last page. */
  readonly cursor: Cursor | null;
}

/** Items one by one, or page by page. Pages are requested lazily. */
export interface Iteration<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<IteratedPage<Item>>;
}

/** The time range to iterate over, in Unix seconds or as a `Date`. */
export interface Span {
  readonly from: Date | number;
  /** Default: now. */
  readonly to?: Date | number | undefined;
  readonly cursor?: Cursor | null | undefined;
}

/** How to read a page, and the limits of the list. */
export interface ListSource<Item> {
  /** The longest window the API allows, in seconds. */
  readonly window: number;
  /** Items per page. */
  readonly limit: number;
  readonly idOf: (item: Item) => string;
  readonly read: (where: { from: number; to: number; page: number }) => Promise<Page<Item>>;
}

/**
 * Iterates over a paginated list in time windows. Each item is returned once, even if windows share a second or the
 * list changes meanwhile: if it shrinks, later items move to pages that were already read, so those pages are read
 * again.
 *
 * @throws {IamportError} `kind: 'input'` if the time range is invalid.
 */
export function iterateList<Item>(span: Span, source: ListSource<Item>): Iteration<Item> {
  const start = readSpan(span);
  const pages = (): AsyncGenerator<IteratedPage<Item>> => walk(start, source);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) yield* items;
    },
  };
}

/** Consecutive pages without new items after which a list counts as broken. */
const MOST_STALE_PAGES = 50;

async function* walk<Item>(start: Cursor, source: ListSource<Item>): AsyncGenerator<IteratedPage<Item>> {
  let cursor: Cursor | null = start;
  // Windows share a second, so items of the previous one may appear again.
  let before = new Set<string>();
  let seen = new Set<string>();
  let stalePages = 0;
  while (cursor !== null) {
    const { list, next }: Step<Item> = await readStep(cursor, source);
    const fresh = new Map(list.map((item) => [source.idOf(item), item]));
    for (const id of [...fresh.keys()].filter((known) => seen.has(known) || before.has(known))) fresh.delete(id);
    for (const id of fresh.keys()) seen.add(id);
    stalePages = fresh.size > 0 || next?.from !== cursor.from ? 0 : stalePages + 1;
    if (stalePages > MOST_STALE_PAGES) throw strange('the list does not end: its pages contain no new items');
    if (next !== null && next.from !== cursor.from) [before, seen] = [seen, new Set()];
    cursor = next;
    if (fresh.size > 0 || next === null) yield { items: [...fresh.values()], cursor };
  }
}

interface Step<Item> {
  readonly list: readonly Item[];
  readonly next: Cursor | null;
}

async function readStep<Item>(cursor: Cursor, source: ListSource<Item>): Promise<Step<Item>> {
  const { from, to, page, total } = cursor;
  const end = Math.min(to, from + source.window);
  const read = await readPage({ from, to: end, page }, source);
  // How many items have left the list since the previous page.
  const lost = page === 1 ? 0 : total - (read?.total ?? 0);
  if (read === undefined && page > 1) return { list: [], next: { ...cursor, page: page - 1 } };
  if (read !== undefined && lost > 0 && total > 0) {
    const back = Math.ceil(lost / source.limit);
    return { list: [], next: { ...cursor, page: Math.max(1, page - back), total: read.total } };
  }
  if (read !== undefined && read.next > page && read.list.length > 0)
    return { list: read.list, next: { ...cursor, page: page + 1, total: read.total } };
  const next = end < to ? { from: end, to, page: 1, total: 0 } : null;
  return { list: read?.list ?? [], next };
}

/** A page, or `undefined` if there is none: the API returns 400 for pages beyond the last and 404 for empty lists. */
async function readPage<Item>(
  where: { from: number; to: number; page: number },
  { read }: ListSource<Item>,
): Promise<Page<Item> | undefined> {
  try {
    const page = await read(where);
    if (isPage(page)) return page;
  } catch (error) {
    const isEnd =
      error instanceof IamportError &&
      error.kind === 'api' &&
      (error.httpStatus === 404 || (error.httpStatus === 400 && where.page > 1));
    if (isEnd) return undefined;
    throw error;
  }
  throw strange('the response is not a page');
}

// Validation may be off, and a null must not become a TypeError.
function isPage(page: unknown): boolean {
  if (typeof page !== 'object' || page === null) return false;
  const { total, next, list }: Partial<Record<keyof Page<unknown>, unknown>> = page;
  const isList = Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null);
  return isList && Number.isFinite(total) && Number.isFinite(next);
}

function strange(why: string): IamportError {
  return new IamportError('validation', `iterate: ${why}`, { sent: 'yes' });
}

function readSpan({ from, to = new Date(), cursor }: Span): Cursor {
  const start = cursor ?? { from: readUnixTime('from', from), to: readUnixTime('to', to), page: 1, total: 0 };
  if (
    [start.from, start.to, start.page, start.total].every(Number.isSafeInteger) &&
    start.from <= start.to &&
    start.page >= 1
  ) {
    return { from: start.from, to: start.to, page: start.page, total: start.total };
  }
  throw new IamportError('input', 'from must not be later than to, and a cursor must come from an iteration');
}
