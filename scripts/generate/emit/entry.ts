import { ownVersion } from '../../files/own-version.js';
import { literal } from '../text.js';
import { codeFile } from './banner.js';
import type { Model, OutputFile } from '../model/model.js';
import { clientMaker, isOfIamport, type ClientMaker } from './client-maker.js';
import { emitCodes } from './codes.js';
import { hasOwnOptions } from './call-options.js';
import { importDeclarations } from './imports.js';
import { RUNTIME, RUNTIME_NAMES } from './runtime-module.js';

/**
 * `index.ts` of a folder generated into another project: binds the generated code to the runtime of
 * `iamport-kit`. The package itself does that by hand in `src/index.ts`.
 */
export function emitEntry(model: Model): OutputFile[] {
  const isIamport = isOfIamport(model);
  const tools = isIamport ? toolsFor(model) : [];
  const codes = emitCodes(model).length > 0 ? [`export * from './codes.js';`] : [];
  const own = hasOwnOptions(model) ? [`export type { CallOptions, OwnOptions } from './call-options.js';`] : [];
  const models = [...codes, "export * from './models.js';", ...own, ...exportOverRuntime(model)];
  return [codeFile('index.ts', entry({ tools, client: clientMaker(model), models }))];
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
    // A component that is a list of known values has the name of its list.
    const shared = [...new Set(names)].filter((name) => RUNTIME_NAMES.has(name)).sort();
    return shared.length === 0 ? [] : [`export type { ${shared.join(', ')} } from '${file}';`];
  });
}

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

function importsOf(tools: readonly Tool[], client: ClientMaker): string {
  const types = [...tools.map(({ type }) => type), client.base, ...client.options].map((name) => `type ${name}`);
  const codecs = client.hasCodecs === true ? ['withCodecs'] : [];
  const names = [...tools.map(({ add }) => add), client.value, ...codecs, 'checkRuntime', ...types];
  return importDeclarations([{ from: RUNTIME, names }]);
}

interface Entry {
  readonly tools: readonly Tool[];
  readonly client: ClientMaker;
  /** The exports of data and of types that the document names. */
  readonly models: readonly string[];
}

function entry({ tools, client, models }: Entry): string {
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
${models.join('\n')}
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
}
