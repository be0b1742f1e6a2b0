import type { Fields, OperationModel } from '../model/model.js';
import { literal, propertyName } from '../text.js';
import { valueCode } from './value-code.js';

/** Writes the HTTP details of one operation: method, path, where its fields go (input name to wire name). */
export function rowCode(operation: OperationModel, isOwn: boolean): string {
  const { id, method, path, wire, body, effect, readBack, times } = operation;
  const members = [
    `method: ${literal(method)}`,
    `path: ${literal(path)}`,
    fields('pathFields', operation.pathFields),
    fields('queryFields', operation.queryFields),
    fields('headerFields', operation.headerFields),
    wire && `wire: ${valueCode(wire)}`,
    body && `body: { mediaType: ${literal(body.mediaType)}, isWhole: ${body.isWhole} }`,
    `hasEnvelope: ${operation.hasEnvelope}`,
    `needsAuth: ${operation.needsAuth}`,
    operation.security && operation.needsAuth && `security: ${valueCode(operation.security)}`,
    effect && `effect: ${literal(effect)}`,
    readBack && `readBack: ${valueCode(readBack)}`,
    times.length > 0 && `times: ${valueCode(times)}`,
    `checkInput: ${loader(operation.input, isOwn)}`,
    checkResponse(operation, isOwn),
  ];
  const lines = members
    .filter((member) => typeof member === 'string' && member !== '')
    .map((member) => `    ${member},`);
  return `  ${propertyName(id)}: {\n${lines.join('\n')}\n  },`;
}

/** The schemas whose validators a row uses. */
export function rowValidators(operation: OperationModel): string[] {
  return [operation.input, ...successes(operation).map(([, schema]) => schema)];
}

function fields(name: string, values: Fields): string {
  return Object.keys(values).length === 0 ? '' : `${name}: ${valueCode(values)}`;
}

function checkResponse(operation: OperationModel, isOwn: boolean): string {
  const loaders = successes(operation).map(
    ([status, schema]) => `      ${propertyName(status)}: ${loader(schema, isOwn)},`,
  );
  return loaders.length === 0 ? '' : `checkResponse: {\n${loaders.join('\n')}\n    }`;
}

/** Status → schema of the answers that rows check. */
function successes({ responses }: OperationModel): [status: string, schema: string][] {
  return Object.entries(responses).filter(([status]) => /^(2[\dX]{2}|default)$/.test(status));
}

function loader(schema: string, isOwn: boolean): string {
  if (!isOwn) return `async () => check${schema}`;
  return `async () => (await import(${literal(`../validators/${schema}.js`)})).check${schema}`;
}
