/** Styles text for its stream; plain if the stream has no colours. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;

/** The output streams of a run. */
export interface Terminal {
  /** Prints a result. */
  readonly stdout: (text: string) => void;
  /** Prints progress, hints and errors. */
  readonly stderr: (text: string) => void;
  /** Whether standard error is an interactive terminal, not the log of a CI job. */
  readonly isInteractive: boolean;
  /** For standard output. */
  readonly paint: Paint;
  /** Width of standard output in cells, if it is a terminal. */
  readonly columns?: number;
}
