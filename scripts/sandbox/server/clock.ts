import { ControlRangeError } from '../model/control-error.js';
import { readDuration } from './duration.js';

/** Something that happens by itself at a time. */
export interface Source {
  /** When the next thing happens, in milliseconds, or null. */
  readonly next: () => number | null;
  /** Does everything that is due by now. */
  readonly run: () => Promise<void>;
}

/** A call that waits for the clock. */
interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

// Timers of Node take no longer delay.
const LONGEST_TIMER = 2_147_483_647;

/** The one clock of a sandbox: tokens, schedules, due dates and notifications read it and nothing else. */
export class Clock {
  readonly kind: 'frozen' | 'real';
  readonly #source: Source;
  /** The time when frozen; what is added to the machine's time when real. */
  #time: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #sleepers = new Set<Sleeper>();

  constructor(kind: 'frozen' | 'real', at: number, source: Source) {
    this.kind = kind;
    this.#source = source;
    this.#time = kind === 'frozen' ? at : at - Date.now();
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.kind === 'frozen' ? this.#time : Date.now() + this.#time;
  }

  /** The time as a `Date`. */
  date(): Date {
    return new Date(this.now());
  }

  /** Unix seconds, as the API counts. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /**
   * Moves the clock forward, by milliseconds or a text such as `31d`, `90m` or `1d12h`. Everything that falls due on
   * the way happens in order, each thing at its own time; the promise resolves when all of it is done.
   *
   * @throws {RangeError} for a text that is not a duration, or a negative one.
   */
  async advance(duration: number | string): Promise<void> {
    await this.set(this.now() + readDuration(duration));
  }

  /**
   * The same, to a point in time.
   *
   * @throws {RangeError} for a time before now: the clock goes forward only.
   */
  async set(time: number | string | Date): Promise<void> {
    const target = new Date(time).getTime();
    if (Number.isNaN(target)) throw new ControlRangeError('not-a-time', { given: String(time) });
    if (target < this.now()) throw new ControlRangeError('clock-backwards', {});
    for (let next = this.#next(); next !== null && next <= target; next = this.#next()) {
      this.#moveTo(Math.max(next, this.now()));
      await this.#run();
    }
    this.#moveTo(Math.max(target, this.now()));
    this.arm();
  }

  /**
   * Resolves when this many milliseconds of the clock have passed, or when the signal aborts. A frozen clock
   * passes time when it is advanced.
   */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (milliseconds <= 0 || signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: this.now() + milliseconds, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
      this.arm();
    });
  }

  /** Whether a call waits for the clock. */
  get isAwaited(): boolean {
    return this.#sleepers.size > 0;
  }

  /** Starts the timer of a real clock again. To be called whenever something new may fall due. */
  arm(): void {
    clearTimeout(this.#timer);
    const next = this.kind === 'real' ? this.#next() : null;
    if (next === null) return;
    const wait = Math.min(Math.max(0, next - this.now()), LONGEST_TIMER);
    this.#timer = setTimeout(() => {
      void this.#run().finally(() => {
        this.arm();
      });
    }, wait);
    // A pending schedule does not keep the process alive; a call that waits does.
    if (!this.isAwaited && typeof this.#timer === 'object' && 'unref' in this.#timer) this.#timer.unref();
  }

  /** Ends the timer. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Sets the clock to any time, without anything happening: for a saved state that is restored. */
  restore(time: number): void {
    this.#moveTo(time);
    this.arm();
  }

  /** When the next thing happens. */
  #next(): number | null {
    const times = [this.#source.next(), ...[...this.#sleepers].map(({ at }) => at)].filter((time) => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  async #run(): Promise<void> {
    const due = [...this.#sleepers].filter(({ at }) => at <= this.now()).sort((a, b) => a.at - b.at);
    for (const { wake } of due) wake();
    // What waited goes on before anything else happens.
    if (due.length > 0) await new Promise((resolve) => setTimeout(resolve));
    await this.#source.run();
  }

  #moveTo(time: number): void {
    this.#time = this.kind === 'frozen' ? time : time - Date.now();
  }
}
