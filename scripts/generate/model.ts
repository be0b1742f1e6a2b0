import type { Schema } from './schema.js';

/** An OpenAPI 3.1 document with every file merged in. Only the parts that the generator reads are typed. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly unknown[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>>; readonly [section: string]: unknown };
  readonly [extension: string]: unknown;
}

/** The operations under one path. */
export interface PathItem {
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
  readonly schema?: Schema;
}

/** A request body or a response, or a reference to one. */
export interface Body {
  readonly $ref?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly [keyword: string]: unknown }>>;
}

/** Everything the emitters may see. All names in it are identifiers; all texts are still data. */
export interface Model {
  /** The document as bundled, for `openapi.json`. */
  readonly document: OpenApi;
  /** The document rewritten so that openapi-typescript gets it right. */
  readonly typed: OpenApi;
  readonly baseUrl: string;
  /** SHA-256 of the files it came from. */
  readonly sourceHash: string;
  /** Sorted by name. */
  readonly schemas: readonly SchemaModel[];
  /** Sorted by name. */
  readonly enums: readonly EnumModel[];
  /** Sorted by ID. */
  readonly operations: readonly OperationModel[];
  /** Sorted by ID. */
  readonly webhooks: readonly WebhookModel[];
}

/** A schema with a name of its own. */
export interface SchemaModel {
  readonly name: string;
  readonly schema: Schema;
  /** Whether its type is a plain object, so that an interface can stand for it. */
  readonly isInterface: boolean;
}

/** A list of known values with a name of its own. */
export interface EnumModel {
  /** `PayMethod` */
  readonly name: string;
  /** `PAY_METHODS` */
  readonly listName: string;
  readonly members: readonly (string | number)[];
  /** Whether other values may come, as in everything the server sends. */
  readonly isOpen: boolean;
  readonly description: string;
}

/** Where one field of an operation's input goes: input name → wire name. */
export type Fields = Readonly<Record<string, string>>;

/** One operation, ready to be printed. */
export interface OperationModel {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  readonly needsAuth: boolean;
  readonly pathFields: Fields;
  readonly queryFields: Fields;
  readonly headerFields: Fields;
  /** How the body travels; absent when there is none. */
  readonly body?: { readonly mediaType: string; readonly isWhole: boolean; readonly schema: string };
  /** Schema of the whole input. */
  readonly input: string;
  readonly isInputRequired: boolean;
  /** Status → schema of its JSON body. */
  readonly responses: Readonly<Record<string, string>>;
  /** What the caller gets, as a TypeScript type built from identifiers only. */
  readonly output: string;
  /** Whether answers are `{ code, message, response }`. */
  readonly hasEnvelope: boolean;
  /** Statuses that mean failure, with their descriptions. */
  readonly failures: Readonly<Record<string, string>>;
  readonly resource: string;
  readonly resourceMethod: string;
}

/** One request that the provider makes. */
export interface WebhookModel {
  readonly id: string;
  /** Schema of its body. */
  readonly body: string;
  /** Status → schema of the JSON body to answer with. */
  readonly responses: Readonly<Record<string, string>>;
}

/** A file to be written; the path is relative to the output folder, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}
