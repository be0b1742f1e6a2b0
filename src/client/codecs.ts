import { checkBaseUrl } from './client-options.js';
import type { OperationRow } from './operation-row.js';
import { planAnyRequest } from './plan-any-request.js';
import { planRequest, type Planner } from './request.js';
import { serverUrl } from './server-url.js';

/** What a client needs for rows with more than plain parameters and JSON. Without codecs it has no such rows. */
export interface Codecs {
  readonly plan: Planner;
  /** Where an operation is: at the base URL, or at its own server. */
  readonly baseUrlOf: (row: OperationRow, baseUrl: string) => string;
}

/**
 * Makes the codecs of a client.
 *
 * @param variables Values for the variables in the URLs of servers. Default: those of the document.
 */
export function createCodecs(variables: Readonly<Record<string, string>> = {}): Codecs {
  const baseUrlOf: Codecs['baseUrlOf'] = ({ wire }, baseUrl) =>
    wire?.server === undefined ? baseUrl : checkBaseUrl(serverUrl(wire.server, variables, baseUrl));
  return {
    baseUrlOf,
    plan: (row, input, manner) => {
      const { parseAs, contentType } = manner.options ?? {};
      const isPlain = row.wire === undefined && (parseAs ?? contentType) === undefined && !manner.form;
      if (isPlain) return planRequest(row, input, manner);
      return planAnyRequest(row, input, { ...manner, baseUrl: baseUrlOf(row, manner.baseUrl) });
    },
  };
}
