import { createCodecs, type Codecs } from '../client/codecs.js';
import { IamportError } from '../client/errors.js';
import { planRequest } from '../client/request.js';
import { withRanges } from '../client/status-ranges.js';
import type { TokenApi } from './token-client.js';

/**
 * The description of an API whose operations need more than plain parameters and JSON, for a client that manages its tokens.
 * These go to the host of the API only: operations elsewhere that need one cannot be called.
 */
export function withCodecs(api: TokenApi): TokenApi {
  return { ...api, operations: withRanges(api.operations), codecs: createTokenCodecs() };
}

function createTokenCodecs(): Codecs {
  const { baseUrlOf, plan } = createCodecs();
  const ownOnly: Codecs['baseUrlOf'] = (row, baseUrl) => {
    const found = baseUrlOf(row, baseUrl);
    const { origin } = new URL(found);
    if (!row.needsAuth || origin === new URL(baseUrl).origin) return found;
    throw new IamportError('input', `credentials do not go to ${origin}`);
  };
  return {
    baseUrlOf: ownOnly,
    plan: (row, input, manner) => {
      if (row.wire === undefined) return planRequest(row, input, manner);
      ownOnly(row, manner.baseUrl);
      return plan(row, input, manner);
    },
  };
}
