import type { Schema, Schemas } from '../json/schema.js';

/** An OpenAPI 3.1 document with every file merged in. Only the parts that the generator reads are typed. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly Server[];
  readonly security?: readonly unknown[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly schemas?: Schemas; readonly [section: string]: unknown };
  readonly [extension: string]: unknown;
}

/** Where an API is; the URL may be relative and have `{variables}`. */
export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/** The operations under one path. */
export interface PathItem {
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Parameter[];
  readonly [method: string]: unknown;
}

/** One operation of the document. */
export interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly security?: readonly unknown[];
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, Body>>;
  readonly [extension: string]: unknown;
}

/** A path, query, header or cookie parameter, or a reference to one. */
export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  /** One media type, instead of a schema and a style. */
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** A request body or a response, or a reference to one. */
export interface Body {
  readonly $ref?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly [keyword: string]: unknown }>>;
}
