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
  const isIamport = isOfIamport(model);
  const tools = isIamport ? toolsFor(model) : [];
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

const MODELS = `export * from './models.js';`;

/** Tools of the runtime for one resource, for documents that have the methods they build on. */
interface Tool {
  readonly key: string;
  readonly methods: readonly string[];
  /** The function that adds them, and the type of the resource with them. */
  readonly add: string;
  readonly type: string;
}

/** Later tools need the earlier ones. */
const TOOLS: readonly Tool[] = [
  {
    key: 'payments',
    methods: ['get', 'list', 'listByStatus', 'find', 'findWithStatus', 'cancel'],
    add: 'addPaymentTools',
    type: 'WithPaymentTools',
  },
  {
    key: 'subscriptions',
    methods: ['listSchedules', 'listSchedulesByBillingKey'],
    add: 'addSubscriptionTools',
    type: 'WithSubscriptionTools',
  },
];

function toolsFor({ operations }: Model): readonly Tool[] {
  const methods = new Set(operations.map(({ resource, resourceMethod }) => `${resource}.${resourceMethod}`));
  const isUsable = ({ key, methods: needed }: Tool): boolean => needed.every((each) => methods.has(`${key}.${each}`));
  const firstMissing = TOOLS.findIndex((tool) => !isUsable(tool));
  return firstMissing === -1 ? TOOLS : TOOLS.slice(0, firstMissing);
}

/** The type of the resources of the client. */
function resourcesType(tools: readonly Tool[]): string {
  if (tools.length === 0) return 'Resources';
  const members = tools.map(
    ({ key, type }) =>
      `    /** The operations of \`${key}\`, with tools. */\n    readonly ${key}: ${type}<Resources['${key}']>;\n`,
  );
  return `Omit<Resources, ${tools.map(({ key }) => `'${key}'`).join(' | ')}> & {\n${members.join('')}  }`;
}

/** The statements that make the client with its resources. */
function resultCode(tools: readonly Tool[]): string {
  if (tools.length === 0) return 'return Object.assign(client, createResources(client));';
  const added = tools.map(({ key, add }) => `${key}: ${add}(${key})`);
  const members = added.length === 1 ? ` ${added.join()} ` : `\n${added.map((each) => `    ${each},\n`).join('')}  `;
  return `const { ${tools.map(({ key }) => key).join(', ')}, ...others } = createResources(client);
  return Object.assign(client, others, {${members}});`;
}

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

function importsOf(tools: readonly Tool[], client: ClientMaker): string {
  return importDeclarations([
    {
      from: RUNTIME,
      names: [
        ...tools.map(({ add }) => add),
        client.value,
        ...(client.hasCodecs === true ? ['withCodecs'] : []),
        'checkRuntime',
        ...[...tools.map(({ type }) => type), client.base, ...client.options].map((name) => `type ${name}`),
      ],
    },
  ]);
}

const entry = (tools: readonly Tool[], client: ClientMaker): string => {
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
export type ${client.type} = ${client.base}<${parameters}> & ${resourcesType(tools)};

/**
 * Creates a client.
 *
 * @throws {IamportError} \`kind: 'input'\` when the options are unusable.
 */
export function ${client.name}(${client.parameter}): ${client.type} {
  const client = ${client.value}<${parameters}>(${client.hasCodecs === true ? 'withCodecs(api)' : 'api'}, options);
  ${resultCode(tools)}
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
