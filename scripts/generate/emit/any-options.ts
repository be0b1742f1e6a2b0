import type { Model } from '../model/model.js';
import type { SchemeModel } from '../model/security.js';
import { literal, propertyName } from '../text.js';

/** The type of a client's options, and the names of the runtime in it. */
export interface OptionsType {
  readonly type: string;
  readonly names: readonly string[];
}

/** The options of a client, typed by the document: its security schemes, and the variables of its servers. */
export function anyOptions({ securitySchemes, variables = {}, operations }: Model): OptionsType {
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
