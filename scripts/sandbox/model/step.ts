import { nextCancel } from './cancel.js';
import { COMMANDS, type CommandAnswer, type CommandInput, type CommandName } from './commands.js';
import type { InputOf, OperationId } from './handler.js';
import { HANDLERS } from './operations.js';
import { Refused, type Reply } from './reply.js';
import { nextSchedule } from './schedule.js';
import type { Effect, Turn } from './turn.js';
import type { World } from './world.js';

/** A world and the time it is asked at, in unix seconds. */
export interface Moment {
  readonly world: World;
  readonly now: number;
}

/** What a command leads to. */
export interface Outcome<Value = unknown> {
  /** The world after it; the same as before when it was refused. */
  readonly world: World;
  readonly reply: Reply<Value>;
  readonly effects: readonly Effect[];
}

/** Carries out an operation of the API. Pure: the same moment and input always lead to the same outcome. */
export function callOperation<Id extends OperationId>(moment: Moment, id: Id, input: InputOf<Id>): Outcome {
  return run(moment, (turn) => HANDLERS[id](turn, input));
}

/**
 * Carries out a command, such as a deposit. Pure as well.
 *
 * @throws {ControlError} when the world does not allow it.
 */
export function callCommand<Name extends CommandName>(
  moment: Moment,
  name: Name,
  input: CommandInput<Name>,
): Outcome<CommandAnswer<Name>> {
  // Name, input and answer belong together, which the compiler does not follow through a table.
  const command = COMMANDS[name] as unknown as (turn: Turn, input: CommandInput<Name>) => Reply<CommandAnswer<Name>>;
  return run(moment, (turn) => command(turn, input));
}

function run<Value>({ world, now }: Moment, work: (turn: Turn) => Reply<Value>): Outcome<Value> {
  const turn: Turn = { world, now, effects: [] };
  try {
    const reply = work(turn);
    return { world: turn.world, reply, effects: turn.effects };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { world, reply: error.reply, effects: [] };
  }
}

/** When something happens by itself next, in unix seconds, or null. */
export function nextDue(world: World): number | null {
  const schedule = nextSchedule(world.schedules.values())?.wire.schedule_at ?? Infinity;
  const cancel = nextCancel(world.pendingCancels.values())?.due ?? Infinity;
  const due = Math.min(schedule, cancel);
  return due === Infinity ? null : due;
}
