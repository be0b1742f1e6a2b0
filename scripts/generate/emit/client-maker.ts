import type { Model } from '../model/model.js';
import type { SchemeModel } from '../model/security.js';
import { literal, propertyName } from '../text.js';
import { hasOwnOptions } from './call-options.js';

/** The function of the runtime that makes the client, the type of its options, and what the folder calls both. */
export interface ClientMaker {
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
export function clientMaker(model: Model): ClientMaker {
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
export function isOfIamport({ tokenExchange }: Model): boolean {
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

/** The type of a client's options, and the names of the runtime in it. */
interface OptionsType {
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
