import type { Request } from './write/unchanged.js';

/** What is to be generated, and how it may be read and shown. */
export interface Job extends Request {
  /** How messages name the root document. */
  readonly shownAs: string;
  /** Hosts that may be asked over https. */
  readonly hosts: readonly string[];
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}
