import { isObject } from '../../json/schema.js';
import type { OpenApi, Operation, Server } from '../../openapi/document.js';

/** Names of security schemes. All schemes of one list are required. */
export type Requirements = readonly (readonly string[])[];

/** One of the document's security schemes, as the runtime must know it. */
export interface SchemeModel {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  /** In lower case. */
  readonly scheme?: string;
}

const TYPES: readonly unknown[] = ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'];

/** The requirements of an operation, or the default for all operations. */
export function requirementsOf(document: OpenApi, { security }: Pick<Operation, 'security'> = {}): Requirements {
  return (security ?? document.security ?? []).map((requirement) =>
    isObject(requirement) ? Object.keys(requirement) : [],
  );
}

/** The security schemes of a document, by name. */
export function schemesOf({ components }: OpenApi): Readonly<Record<string, SchemeModel>> {
  const schemes = isObject(components?.securitySchemes) ? components.securitySchemes : {};
  const models = Object.entries(schemes).flatMap(([key, each]): [string, SchemeModel][] => {
    if (!isObject(each) || typeof each.type !== 'string' || !TYPES.includes(each.type)) return [];
    const { type, in: place, name, scheme } = each;
    const model = {
      type,
      ...(typeof place === 'string' && { in: place }),
      ...(typeof name === 'string' && { name }),
      ...(typeof scheme === 'string' && { scheme: scheme.toLowerCase() }),
    };
    return [[key, model]];
  });
  return Object.fromEntries(models);
}

/** A server without its documentation. */
export function serverModel({ url, variables }: Server): Server {
  if (variables === undefined) return { url };
  const plain = Object.entries(variables).map(([name, variable]) => {
    const { default: value, enum: listed } = variable;
    return [name, { default: value, ...(listed && { enum: listed }) }] as const;
  });
  return { url, variables: Object.fromEntries(plain) };
}
