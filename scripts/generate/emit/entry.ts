import { ownVersion } from '../../files/own-version.js';
import { literal, propertyName } from '../text.js';
import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { emitCodes } from './codes.js';
import { hasOwnOptions } from './call-options.js';
import { importDeclarations } from './imports.js';
import { RUNTIME, RUNTIME_NAMES } from './runtime-module.js';
import type { SchemeModel } from '../model/security.js';

/**
 * `index.ts` of a folder generated into another project: binds the generated code to the runtime of
 * `iamport-kit`. The package itself does that by hand in `src/index.ts`.
 */
export function emitEntry(model: Model): OutputFile[] {
  const has = (tooled: readonly string[]): boolean => tooled.every((method) => isThere(model, method));
  const isIamport = isOfIamport(model);
  const tools = !isIamport || !has(PAYMENT_METHODS) ? NO_TOOLS : has(SUBSCRIPTION_METHODS) ? ALL_TOOLS : PAYMENT_TOOLS;
  const codes = emitCodes(model).length > 0 ? [`export * from './codes.js';`] : [];
  const own = hasOwnOptions(model) ? [`export type { CallOptions, OwnOptions } from './call-options.js';`] : [];
  const lines = [...codes, MODELS, ...own, ...exportOverRuntime(model)].join('\n');
  return [
    codeFile(
      'index.ts',
      entry(tools, clientMaker(model)).replace(MODELS, () => lines),
    ),
  ];
}

/** Of two things of one name that are exported with `*`, neither is: what the document names is named here, and wins. */
function exportOverRuntime({ schemas, enums, resources }: Model): string[] {
  const models = schemas.filter(({ file }) => file === 'models').map(({ name }) => name);
  const inputs = schemas.filter(({ file }) => file !== 'models').map(({ name }) => name);
  const files = {
    './models.js': [...models, ...enums.flatMap(({ name }) => [name, `Known${name}`])],
    './resources/index.js': [...inputs, ...resources.flatMap(({ className, typesName }) => [className, typesName])],
  };
  return Object.entries(files).flatMap(([file, names]) => {
    const shared = names.filter((name) => RUNTIME_NAMES.has(name)).sort();
    return shared.length === 0 ? [] : [`export type { ${shared.join(', ')} } from '${file}';`];
  });
}

function isThere({ operations }: Model, method: string): boolean {
  return operations.some(({ resource, resourceMethod }) => `${resource}.${resourceMethod}` === method);
}

const MODELS = `export * from './models.js';`;

/** What the tools for payments (verify, getMany, iterate, cancel) build on. */
const PAYMENT_METHODS = ['get', 'list', 'listByStatus', 'find', 'findWithStatus', 'cancel'].map(
  (method) => `payments.${method}`,
);

/** What the tools for subscriptions (iterateSchedules) build on. */
const SUBSCRIPTION_METHODS = [...['listSchedules', 'listSchedulesByBillingKey'].map((name) => `subscriptions.${name}`)];

/** The parts of the file that differ with the tools there can be. */
interface Tools {
  /** Values of the runtime to import. */
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly type: string;
  readonly result: string;
}

const NO_TOOLS: Tools = {
  values: [],
  types: [],
  type: 'Resources',
  result: 'return Object.assign(client, createResources(client));',
};

const PAYMENT_TOOLS: Tools = {
  values: ['addPaymentTools', ...NO_TOOLS.values],
  types: [...NO_TOOLS.types, 'WithPaymentTools'],
  type: `Omit<Resources, 'payments'> & {
    /** The operations of \`payments\`, with tools. */
    readonly payments: WithPaymentTools<Resources['payments']>;
  }`,
  result: `const { payments, ...others } = createResources(client);
  return Object.assign(client, others, { payments: addPaymentTools(payments) });`,
};

const ALL_TOOLS: Tools = {
  values: ['addPaymentTools', 'addSubscriptionTools', ...NO_TOOLS.values],
  types: [...PAYMENT_TOOLS.types, 'WithSubscriptionTools'],
  type: `Omit<Resources, 'payments' | 'subscriptions'> & {
    /** The operations of \`payments\`, with tools. */
    readonly payments: WithPaymentTools<Resources['payments']>;
    /** The operations of \`subscriptions\`, with tools. */
    readonly subscriptions: WithSubscriptionTools<Resources['subscriptions']>;
  }`,
  result: `const { payments, subscriptions, ...others } = createResources(client);
  return Object.assign(client, others, {
    payments: addPaymentTools(payments),
    subscriptions: addSubscriptionTools(subscriptions),
  });`,
};

/** The function of the runtime that makes the client, the type of its options, and what the folder calls both. */
interface ClientMaker {
  readonly value: string;
  readonly options: readonly string[];
  readonly name: string;
  readonly type: string;
  /** The type of the runtime that it builds on. */
  readonly base: string;
  /** Parameter of the folder's own function. */
  readonly parameter: string;
  /** Whether the document adds options. */
  readonly own?: boolean;
  /** Whether its rows need codecs. */
  readonly hasCodecs?: boolean;
}

/** With the options that the document adds. */
function clientMaker(model: Model): ClientMaker {
  const client = isOfIamport(model)
    ? IAMPORT_CLIENT
    : model.tokenExchange === undefined
      ? anyClient(model)
      : tokenClient(model);
  return { ...client, own: hasOwnOptions(model), hasCodecs: needsCodecs(model) };
}

function anyClient(model: Model): ClientMaker {
  const { type: declared, names } = anyOptions(model);
  const type = hasOwnOptions(model) ? `${declared} & OwnOptions` : declared;
  return {
    value: 'createApiClient',
    options: names,
    name: 'createClient',
    type: 'ApiClient',
    base: 'AnyClient',
    parameter: `options: ${type} = {}`,
  };
}

/** What the client that exchanges tokens does not have by itself: those who need no codecs do not load them. */
function needsCodecs({ tokenExchange, operations }: Model): boolean {
  if (tokenExchange === undefined) return false;
  return operations.some(({ wire, responses }) => wire !== undefined || 'default' in responses || '2XX' in responses);
}

/** A document whose `x-token-exchange` takes an i'mport key and secret. */
function isOfIamport({ tokenExchange }: Model): boolean {
  return (
    Object.values(tokenExchange?.from ?? {})
      .sort()
      .join() === 'impKey,impSecret'
  );
}

/** For any other document with `x-token-exchange`. */
function tokenClient(model: Model): ClientMaker {
  const names = Object.values(model.tokenExchange?.from ?? {}).map(literal);
  const own = hasOwnOptions(model) ? ' & OwnOptions' : '';
  return {
    value: 'createTokenClient',
    options: ['TokenClientOptions'],
    name: 'createClient',
    type: 'ApiClient',
    base: 'Client',
    parameter: `options: TokenClientOptions<${names.join(' | ')}>${own}`,
  };
}

const IAMPORT_CLIENT: ClientMaker = {
  value: 'createIamportClient',
  options: ['IamportOptions'],
  name: 'createIamport',
  type: 'Iamport',
  base: 'Client',
  parameter: 'options: IamportOptions',
};

function importsOf({ values, types }: Tools, client: ClientMaker): string {
  return importDeclarations([
    {
      from: RUNTIME,
      names: [
        ...values,
        client.value,
        ...(client.hasCodecs === true ? ['withCodecs'] : []),
        'checkRuntime',
        ...[...types, client.base, ...client.options].map((name) => `type ${name}`),
      ],
    },
  ]);
}

const entry = (tools: Tools, client: ClientMaker): string => {
  const own = client.own === true ? "import type { OwnOptions } from './call-options.js';\n" : '';
  const parameters = client.own === true ? 'paths, OperationTypes, OwnOptions' : 'paths, OperationTypes';
  return `
${importsOf(tools, client)}

import { api } from './api.js';
${own}import type { paths } from './paths.js';
import {
  createResources,
  type OperationTypes,
  type Resources,
} from './resources/index.js';

export * from '${RUNTIME}';
${MODELS}
export type * from './resources/index.js';
export { operations } from './resources/index.js';
export type { paths, webhooks } from './paths.js';

// Fails here, and not in the first payment, where the installed runtime does not fit this folder.
checkRuntime(${literal(ownVersion())});

/** A client of the operations in this folder. */
export type ${client.type} = ${client.base}<${parameters}> & ${tools.type};

/**
 * Creates a client.
 *
 * @throws {IamportError} \`kind: 'input'\` when the options are unusable.
 */
export function ${client.name}(${client.parameter}): ${client.type} {
  const client = ${client.value}<${parameters}>(${client.hasCodecs === true ? 'withCodecs(api)' : 'api'}, options);
  ${tools.result}
}
`;
};

/** The type of a client's options, and the names of the runtime in it. */
export interface OptionsType {
  readonly type: string;
  readonly names: readonly string[];
}

/** The options of a client, typed by the document: its security schemes, and the variables of its servers. */
function anyOptions({ securitySchemes, variables = {}, operations }: Model): OptionsType {
  const schemes = Object.entries(securitySchemes).filter(([, { type }]) => type !== 'mutualTLS');
  const auth = schemes.map(([name, scheme]) => member(name, typeOfScheme(scheme)));
  const own = operations.map(({ wire }) => wire?.server?.variables ?? {});
  const all = new Map([variables, ...own].flatMap((each) => Object.entries(each)));
  const values = [...all].map(([name, variable]) =>
    member(name, variable.enum === undefined ? 'string' : variable.enum.map(literal).join(' | ')),
  );
  const parameters = [auth, values].map((members) => (members.length === 0 ? '{}' : `{\n${members.join('\n')}\n}`));
  const names = ['ApiOptions', ...new Set(schemes.map(([, scheme]) => typeOfScheme(scheme)))];
  return { type: `ApiOptions<${parameters.join(', ')}>`, names };
}

function member(name: string, type: string): string {
  return `  readonly ${propertyName(name)}?: ${type} | undefined;`;
}

function typeOfScheme({ type, scheme }: SchemeModel): string {
  return type === 'http' && scheme === 'basic' ? 'BasicAuth' : 'TokenAuth';
}
