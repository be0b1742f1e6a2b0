/** What coverage counts, in the order of its columns. */
export const DIMENSIONS = ['operations', 'requests', 'outcomes', 'enumMembers', 'nullBranches', 'providers'] as const;

/** One column of the coverage. */
export type Dimension = (typeof DIMENSIONS)[number];

/** One thing that a fixture can show. Two points with the same `id` are the same thing. */
export interface Point {
  readonly dimension: Dimension;
  /** Also shown in reports: `getPayment 200 code≠0`, `Payment.status = paid`. */
  readonly id: string;
  /** Distinguishes the file names of fixtures that show it: `status-paid`. `''` where none is needed. */
  readonly caseName: string;
  /** Whether the provider may send values that no list has, so that showing all of them is worth less. */
  readonly isOpen: boolean;
}

/** Makes a point of a closed list or of none. */
export function pointOf(dimension: Dimension, id: string, caseName = ''): Point {
  return { dimension, id, caseName, isOpen: false };
}
