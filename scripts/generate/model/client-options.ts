import type { Parameter } from '../../openapi/document.js';
import { camelCase } from '../../openapi/identifiers.js';
import { parameterSchema } from '../../openapi/parameter-schema.js';
import type { PlacedOperation } from '../../openapi/walk-operations.js';

/** An option of the client and of its calls, whose value a header carries: `x-client-option` of a header parameter. */
export interface ClientOptionModel {
  readonly header: string;
  /** Regular expression that its values match, where all operations have the same. */
  readonly pattern?: string;
  readonly description: string;
}

/** The options that a document adds to the client, by name. */
export function clientOptionsOf(operations: readonly PlacedOperation[]): Readonly<Record<string, ClientOptionModel>> {
  const options = new Map<string, ClientOptionModel>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters).filter(isOption)) {
    const name = camelCase(parameter.name);
    const { pattern } = parameterSchema(parameter);
    const known = options.get(name);
    const isShared = typeof pattern === 'string' && (known === undefined || known.pattern === pattern);
    const { name: header, description = '' } = parameter;
    options.set(name, { header, ...(isShared && { pattern }), description: known?.description ?? description });
  }
  return Object.fromEntries(options);
}

function isOption(parameter: Parameter & { readonly 'x-client-option'?: unknown }): boolean {
  return parameter.in === 'header' && parameter['x-client-option'] === true;
}
