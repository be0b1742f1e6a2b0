import type { CallContext } from './call-context.js';
import type { CallOptions, Shown } from './call-options.js';
import { IamportError, type LookUp } from './errors.js';
import type { ReadBackRow } from './operation-row.js';
import type { LookedUp, PendingWrite } from './pending-write.js';
import { isMet, valueOf, type Scope } from './runtime-expression.js';

/** Performs a read. */
export type Read = (lookUp: LookUp, options: CallOptions) => Promise<unknown>;

const NOT_VISIBLE: Shown = { outcome: 'not_visible' };

/** The operation that shows whether a write happened, or `undefined` if there is none for this input. */
export function lookUpOf({ operations, envelope }: CallContext, write: PendingWrite): LookUp | undefined {
  const { readBack } = write.row;
  if (readBack === undefined || !Object.hasOwn(operations, readBack.operation)) return undefined;
  const scope: Scope = { row: write.row, envelope, input: write.input };
  const input: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(readBack.from)) {
    const isExpression = typeof source === 'string' && source.startsWith('$');
    const value = isExpression ? valueOf(source, scope) : source;
    if (value === undefined) return undefined;
    input[name] = value;
  }
  return { operationId: readBack.operation, input };
}

/** Whether a look-up can prove that the write happened. */
export function isProvable({ row, options }: PendingWrite): boolean {
  return options.judge !== undefined || row.readBack?.done !== undefined;
}

/**
 * Checks once whether a write happened.
 *
 * @throws {IamportError} if the look-up fails.
 */
export async function lookOnce(context: CallContext, write: PendingWrite, read: Read): Promise<Shown> {
  const lookUp = lookUpOf(context, write);
  if (lookUp === undefined || !isProvable(write)) return NOT_VISIBLE;
  const found = await look(context, { lookUp, write }, read);
  if (write.options.judge !== undefined)
    return found.value === undefined ? NOT_VISIBLE : write.options.judge(found.value);
  const { row, input, before } = write;
  const { statusCode, value: response } = found;
  return outcomeOf(
    row.readBack,
    { row, envelope: context.envelope, input, statusCode, response, before: before?.value },
    write,
  );
}

/** Makes the look-up before the write, if the document declares it. A failed look-up does not block the write. */
export async function lookBefore(context: CallContext, write: PendingWrite, read: Read): Promise<LookedUp | undefined> {
  const lookUp = lookUpOf(context, write);
  const isNeeded = write.row.readBack?.before === true && write.options.judge === undefined;
  if (!isNeeded || lookUp === undefined) return undefined;
  try {
    return await look(context, { lookUp, write }, read);
  } catch (error) {
    if (error instanceof IamportError && ['aborted', 'timeout'].includes(error.kind)) throw error;
    return undefined;
  }
}

interface Asked {
  readonly lookUp: LookUp;
  readonly write: PendingWrite;
}

/** The document's options are those of the write, whose input may have them instead. */
async function look({ options: own = {} }: CallContext, { lookUp, write }: Asked, read: Read): Promise<LookedUp> {
  const { signal, timeoutMs } = write.options;
  const given: Readonly<Record<string, unknown>> = { ...write.input, ...write.options };
  const kept = Object.fromEntries(Object.keys(own).map((name) => [name, given[name]]));
  try {
    return { statusCode: 200, value: await read(lookUp, { ...kept, signal, timeoutMs }) };
  } catch (error) {
    if (!(error instanceof IamportError) || error.kind !== 'api' || error.httpStatus !== 404) throw error;
    return { statusCode: 404, value: undefined };
  }
}

function outcomeOf(readBack: ReadBackRow | undefined, scope: Scope, { before }: PendingWrite): Shown {
  const { done, each, result, before: needsBefore } = readBack ?? {};
  if (done === undefined || (needsBefore === true && before === undefined)) return NOT_VISIBLE;
  const isDone = (one: Scope): boolean => done.every((condition) => isMet(condition, one));
  if (each === undefined) {
    if (!isDone(scope)) return NOT_VISIBLE;
    return { outcome: 'done', value: result === undefined ? scope.response : valueOf(result, scope) };
  }
  const list = valueOf(each, scope);
  const [found, ...others] = (Array.isArray(list) ? list : [])
    .map((item): Scope => ({ ...scope, item }))
    .filter((one) => isDone(one));
  // If two entries match, it is unknown which one belongs to the write.
  if (found === undefined || others.length > 0) return NOT_VISIBLE;
  return { outcome: 'done', value: result === undefined ? found.item : valueOf(result, found) };
}
