import { compareText } from '../messages/diagnostic.js';
import type { Contract, ContractBody, ContractOperation } from './contract.js';
import type { Point } from './point.js';
import { allShown, type Shown } from './recorder.js';

/** Why a fixture is worth recording. */
export type Reason = 'first answer' | 'request' | 'refusal' | 'status' | 'part';

/** A fixture worth recording. */
export interface Suggestion {
  readonly operationId: string;
  /** A status of the manifest, `request` or `webhook`. */
  readonly status: string;
  readonly reason: Reason;
  /** Where the convention wants it: `getPayment/200.status-cancelled.json`, below the folder of fixtures. */
  readonly file: string;
  /** The point it would show first of all. */
  readonly shows: Point;
  /** What it is worth beside the others; only the order matters. */
  readonly worth: number;
}

/** Worth of what is missing. An operation without any answer comes before any detail of one. */
const WORTH = {
  'first answer': 100,
  refusal: 60,
  request: 50,
  partialSuccess: 45,
  closedMember: 40,
  newStatus: 30,
  provider: 20,
  openMember: 12,
  null: 10,
  knownStatus: 8,
} as const;

/** Added where no fixture of the group exists. */
const NEW_GROUP = 20;

/** Lists the fixtures that would show what is missing, the most valuable first. */
export function suggestFixtures(contract: Contract, shown: Shown): Suggestion[] {
  const ids = allShown(shown);
  const groups = new Set(contract.operations.filter(({ id }) => ids.has(id)).map(({ group }) => group));
  const seen = { ids, groups, statuses: new Set([...ids].map((id) => id.split(' ')[1])) };
  const ofBodies = contract.operations.flatMap((operation) =>
    operation.bodies
      .filter(({ own }) => !ids.has(own.id))
      .map((body) =>
        suggestion({ operation, body }, { shows: body.own, ...reasonAndWorth({ operation, body }, seen) }),
      ),
  );
  return [...ofBodies, ...suggestParts(contract, ids)].sort(
    (a, b) => b.worth - a.worth || compareText(a.file, b.file) || compareText(a.shows.id, b.shows.id),
  );
}

interface Target {
  readonly operation: ContractOperation;
  readonly body: ContractBody;
}

interface Seen {
  readonly ids: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string | undefined>;
}

function reasonAndWorth(target: Target, seen: Seen): Pick<Suggestion, 'reason' | 'worth'> {
  const { operation, body } = target;
  const reason = reasonOf(target, seen.ids);
  // Of two unknown bodies the one with more unknown in it comes first.
  const unknown = body.points.filter(({ id }) => !seen.ids.has(id)).length;
  const extra = Math.min(9, Math.floor(unknown / 20)) + (seen.groups.has(operation.group) ? 0 : NEW_GROUP);
  if (reason === 'first answer' || reason === 'refusal' || reason === 'request')
    return { reason, worth: WORTH[reason] + extra };
  if (body.outcome.status.startsWith('2')) return { reason, worth: WORTH.partialSuccess + extra };
  return { reason, worth: seen.statuses.has(body.outcome.status) ? WORTH.knownStatus : WORTH.newStatus };
}

function reasonOf({ operation, body }: Target, ids: ReadonlySet<string>): Reason {
  if (body.kind === 'request') return 'request';
  const first = operation.bodies.find(({ kind }) => kind === 'answer');
  if (body === first && !ids.has(operation.id)) return 'first answer';
  return body.outcome.isRefusal ? 'refusal' : 'status';
}

/** Parts of bodies: each missing point once, in the body that is easiest to record. */
function suggestParts({ operations }: Contract, ids: ReadonlySet<string>): Suggestion[] {
  // Operations with fixtures come first: where one answer was recorded, another can be.
  const byEase = [...operations.filter(({ id }) => ids.has(id)), ...operations.filter(({ id }) => !ids.has(id))];
  const missing = byEase.flatMap((operation) =>
    operation.bodies.flatMap((body) => body.points.map((point) => ({ operation, body, point }))),
  );
  const suggestions = new Map<string, Suggestion>();
  for (const { operation, body, point } of missing) {
    if (ids.has(point.id) || suggestions.has(point.id)) continue;
    const worth = partWorth(point);
    suggestions.set(point.id, suggestion({ operation, body }, { shows: point, reason: 'part', worth }));
  }
  return [...suggestions.values()];
}

function partWorth({ dimension, isOpen }: Point): number {
  if (dimension === 'providers') return WORTH.provider;
  if (dimension === 'nullBranches') return WORTH.null;
  return isOpen ? WORTH.openMember : WORTH.closedMember;
}

function suggestion({ operation, body }: Target, rest: Pick<Suggestion, 'shows' | 'reason' | 'worth'>): Suggestion {
  const { status } = body.outcome;
  // A case name may come from any enum of any document; in a file name only harmless characters stay.
  const name = rest.shows.caseName.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60);
  const file = `${operation.id}/${status}${name === '' ? '' : `.${name}`}.json`;
  return { file, operationId: operation.id, status, ...rest };
}
