import type { Schema } from '../../json/schema.js';
import type { ClientOptionModel } from './client-options.js';
import type { Requirements, SchemeModel } from './security.js';
import type { OpenApi, Server } from '../../openapi/document.js';
import type { ParameterStyle } from './parameter-style.js';
import type { Envelope, ReadBack, TokenExchange } from '../../openapi/document-extensions.js';

/** Everything the emitters may see. All names in it are identifiers; all texts are still data. */
export interface Model {
  /** The document as bundled, for `openapi.json`. */
  readonly document: OpenApi;
  /** The document with its final names, those of enums included; see `nameEnums`. */
  readonly typed: OpenApi;
  readonly baseUrl: string;
  /** Variables in the base URL. */
  readonly variables: Server['variables'];
  readonly securitySchemes: Readonly<Record<string, SchemeModel>>;
  /** Security requirements of operations without their own. */
  readonly security: Requirements;
  /** How answers are wrapped, if they are. */
  readonly envelope: Envelope | undefined;
  /** How the client gets its tokens, if it does. */
  readonly tokenExchange: TokenExchange | undefined;
  /** The options that the document adds to the client and its calls, by name. */
  readonly clientOptions: Readonly<Record<string, ClientOptionModel>>;
  /** Sorted by name. */
  readonly schemas: readonly SchemaModel[];
  /** Sorted by name. */
  readonly enums: readonly EnumModel[];
  /** The name of the type of unix times; undefined where no schema is one. */
  readonly unixTime: string | undefined;
  /** Sorted by ID. */
  readonly operations: readonly OperationModel[];
  /** Sorted by key. */
  readonly resources: readonly ResourceModel[];
  /** Sorted by ID. */
  readonly webhooks: readonly WebhookModel[];
}

/** A schema with a name of its own. */
export interface SchemaModel {
  readonly name: string;
  /** The file that declares its type, without extension: `models`, or for an operation's input its resource's. */
  readonly file: string;
  readonly schema: Schema;
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

/** What the request and the answers of an operation need beyond plain parameters and JSON. */
export interface WireModel {
  readonly cookieFields?: Fields;
  /** Input name → how the parameter is serialized, where that is not the default. */
  readonly styles?: Readonly<Record<string, ParameterStyle>>;
  /** The media types a body may have → how its properties are written, where they say. */
  readonly bodies?: Readonly<Record<string, Readonly<Record<string, EncodingModel>>>>;
  /** The field of the input with headers of parts. */
  readonly partHeaders?: string;
  /** Media types of successful answers; none where they are empty. Absent: JSON. */
  readonly accept?: readonly string[];
  /** Where the operation is, if not where the API is. */
  readonly server?: Server;
}

/** How a property of a form or a part of a multipart body is written. */
export interface EncodingModel {
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  /** Headers of the part, by name. */
  readonly headers?: Readonly<Record<string, PartHeaderModel>>;
}

/** A header of a part of a multipart body. */
export interface PartHeaderModel {
  /** How it is serialized, where that is not the default. */
  readonly how?: ParameterStyle;
  /** What is sent where the caller gives nothing. */
  readonly value?: unknown;
  readonly isRequired?: boolean;
}

/** One operation, ready to be printed. */
export interface OperationModel {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  readonly needsAuth: boolean;
  /** Absent where the client exchanges tokens. */
  readonly security?: Requirements;
  readonly pathFields: Fields;
  readonly queryFields: Fields;
  readonly headerFields: Fields;
  /** Settings beyond plain parameters and JSON; absent when there are none. */
  readonly wire?: WireModel;
  /** How the body is sent; absent when there is none. */
  readonly body?: { readonly mediaType: string; readonly isWhole: boolean; readonly schema: string };
  /** Schema of the whole input. */
  readonly input: string;
  readonly isInputRequired: boolean;
  /** Status → schema of its JSON body. */
  readonly responses: Readonly<Record<string, string>>;
  /** What the caller gets, as a TypeScript type built from identifiers only. */
  readonly output: string;
  /** Whether answers are wrapped in the document's envelope. */
  readonly hasEnvelope: boolean;
  /** Its effect beyond reading (`x-effect`), if the document declares one. */
  readonly effect: string | undefined;
  readonly readBack: ReadBack | undefined;
  /** Where its input holds Unix seconds: see `times` of `OperationRow`. */
  readonly times: readonly string[];
  /** Statuses that mean failure, with their descriptions. */
  readonly failures: Readonly<Record<string, string>>;
  readonly resource: string;
  readonly resourceMethod: string;
}

/** The operations of one subject, and what their code is called. */
export interface ResourceModel {
  /** Its name in the client: `billingKeys`. */
  readonly key: string;
  /** `BillingKeys` */
  readonly className: string;
  /** Its file in the output, without extension: `resources/billingKeys`. */
  readonly file: string;
  /** The type that lists what goes into each operation and what comes out. */
  readonly typesName: string;
  /** The constant with the HTTP details of each operation. */
  readonly rowsName: string;
  /** Its description in the document; may be empty. */
  readonly description: string;
  /** Sorted by ID. */
  readonly operations: readonly OperationModel[];
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
