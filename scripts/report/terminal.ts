/** Styles a piece of text for the stream it goes to; plain where colour is not wanted. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;

/** Where a run prints. */
export interface Terminal {
  /** Prints a result. */
  readonly stdout: (text: string) => void;
  /** Prints what is not part of the result: progress, hints, errors. */
  readonly stderr: (text: string) => void;
  /** Whether a person reads standard error: a terminal, and not a CI job that keeps every line. */
  readonly isInteractive: boolean;
  /** For standard output. */
  readonly paint: Paint;
  /** How many cells a line of standard output has, where that is a terminal. */
  readonly columns?: number;
}
