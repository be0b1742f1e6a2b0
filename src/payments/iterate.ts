import { IamportError } from '../client/errors.js';
import { readUnixTime } from '../client/unix-time.js';

/** One page as the API gives it. */
export interface Page<Item> {
  readonly total: number;
  /** Number of the next page, 0 when there is none. */
  readonly next: number;
  readonly list: readonly Item[];
}

/** Where an iteration stands, as plain JSON. A later `iterate` with it goes on after the page it came with. */
export interface Cursor {
  /** Start of the window of time, in unix seconds. */
  readonly from: number;
  /** End of the whole span, in unix seconds. */
  readonly to: number;
  /** The page to read next, from 1. */
  readonly page: number;
  /** What the list held then: it tells when the list has shrunk since. */
  readonly total: number;
}

/** What one page of an iteration brings: items that came on no page before, and where to go on. */
export interface IteratedPage<Item> {
  readonly items: readonly Item[];
  /** `null` after the last page. */
  readonly cursor: Cursor | null;
}

/** Items one by one, or page by page. Nothing is asked for before it is needed. */
export interface Iteration<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<IteratedPage<Item>>;
}

/** The span of time to go through, in unix seconds or as a `Date`. */
export interface Span {
  readonly from: Date | number;
  /** Default: now. */
  readonly to?: Date | number | undefined;
  readonly cursor?: Cursor | null | undefined;
}

/** How to read one page, and what to know about the list. */
export interface ListSource<Item> {
  /** The longest window the API takes, in seconds. */
  readonly window: number;
  /** Items per page. */
  readonly limit: number;
  readonly idOf: (item: Item) => string;
  readonly read: (where: { from: number; to: number; page: number }) => Promise<Page<Item>>;
}

/**
 * Goes through a list that the API gives in pages, in windows of limited time. Each item comes once, also when windows
 * share a second or the list changes meanwhile: when it shrinks, the items behind have moved to pages that are read
 * already, and those are read again.
 *
 * @throws {IamportError} `kind: 'input'` when the span is none.
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

/** Pages in a row that bring nothing new before a list counts as broken. */
const MOST_STALE_PAGES = 50;

async function* walk<Item>(start: Cursor, source: ListSource<Item>): AsyncGenerator<IteratedPage<Item>> {
  let cursor: Cursor | null = start;
  // Windows touch: what the one before delivered may come once more.
  let before = new Set<string>();
  let seen = new Set<string>();
  let stalePages = 0;
  while (cursor !== null) {
    const { list, next }: Step<Item> = await readStep(cursor, source);
    const fresh = new Map(list.map((item) => [source.idOf(item), item]));
    for (const id of [...fresh.keys()].filter((known) => seen.has(known) || before.has(known))) fresh.delete(id);
    for (const id of fresh.keys()) seen.add(id);
    stalePages = fresh.size > 0 || next?.from !== cursor.from ? 0 : stalePages + 1;
    if (stalePages > MOST_STALE_PAGES) throw strange('the list does not end: its pages bring nothing new');
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
  // How many items have left the list since the page before.
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

/** A page, or `undefined` when there is none: the API refuses pages beyond the last with 400 and empty lists with 404. */
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
  throw strange('the server answered with something else than a page');
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
  throw new IamportError('input', 'from must not be later than to, and a cursor must be one that an iteration gave');
}
