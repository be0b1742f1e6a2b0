import { operations, type OperationTypes } from 'iamport-kit';

/** How one operation travels, as far as a server needs to know. */
export interface Route {
  readonly id: keyof OperationTypes;
  readonly method: string;
  /** Segments of the path; a parameter is its name in braces. */
  readonly segments: readonly string[];
  readonly pathFields: Readonly<Record<string, string>>;
  readonly queryFields: Readonly<Record<string, string>>;
  readonly needsAuth: boolean;
}

/** What a path leads to. */
export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

interface Row {
  readonly method: string;
  readonly path: string;
  readonly pathFields?: Readonly<Record<string, string>>;
  readonly queryFields?: Readonly<Record<string, string>>;
  readonly needsAuth: boolean;
}

const ROUTES: readonly Route[] = Object.entries<Row>(operations).map(([id, row]) => ({
  // The keys of the generated table are the operation IDs.
  id: id as keyof OperationTypes,
  method: row.method,
  segments: row.path.split('/').slice(1),
  pathFields: row.pathFields ?? {},
  queryFields: row.queryFields ?? {},
  needsAuth: row.needsAuth,
}));

/** The same by how many segments their paths have. */
const BY_LENGTH = new Map<number, readonly Route[]>();
for (const route of ROUTES)
  BY_LENGTH.set(route.segments.length, [...(BY_LENGTH.get(route.segments.length) ?? []), route]);

const isParameter = (segment: string | undefined): boolean => segment?.startsWith('{') === true;

/** Finds the operation of a path: fixed segments before parameters, as `/payments/prepare` before `/payments/{imp_uid}`. */
export function findRoute(method: string, pathname: string): RouteMatch {
  const segments = decode(pathname);
  if (segments === null) return { kind: 'unknown' };
  const matching = (BY_LENGTH.get(segments.length) ?? []).filter((route) => fits(route, segments));
  const best = matching.reduce<readonly Route[]>((kept, route) => {
    const order = kept[0] === undefined ? -1 : compare(route, kept[0]);
    return order < 0 ? [route] : order === 0 ? [...kept, route] : kept;
  }, []);
  const route = best.find((candidate) => candidate.method === method);
  if (route !== undefined) return { kind: 'found', route, path: pathValues(route, segments) };
  return best.length === 0 ? { kind: 'unknown' } : { kind: 'wrong-method', allowed: best.map((one) => one.method) };
}

/** Segments without their encoding, or null when the encoding is broken. Some clients end a path with a slash. */
function decode(pathname: string): string[] | null {
  try {
    return pathname.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function fits({ segments }: Route, given: readonly string[]): boolean {
  return segments.every((segment, index) => (isParameter(segment) ? given[index] !== '' : segment === given[index]));
}

/** Below 0 when the first is more specific: the earliest segment that differs decides. */
function compare(a: Route, b: Route): number {
  const at = a.segments.findIndex((segment, index) => isParameter(segment) !== isParameter(b.segments[index]));
  if (at === -1) return 0;
  return isParameter(a.segments[at]) ? 1 : -1;
}

function pathValues({ segments, pathFields }: Route, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pathFields).map(([field, wire]) => [field, given[segments.indexOf(`{${wire}}`)] ?? '']),
  );
}
