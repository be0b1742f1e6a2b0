/** A union of a document, and a minimal value of each of its members: the discriminator, and what else is required. */
export interface Union {
  readonly name: string;
  readonly property: string;
  readonly members: readonly Readonly<Record<string, unknown>>[];
}

/** An OpenAPI document in the shape of PortOne V2's, with so many operations, and the unions in it. */
export function makeUnionDocument(operations: number): { readonly document: object; readonly unions: readonly Union[] };
