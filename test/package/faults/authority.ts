import { success, type Answer, type SeenRequest } from '../../runtime/api-server.js';

/** What a refused token gets. */
export const UNAUTHORIZED: Answer = { status: 401, body: { code: -1, message: 'Unauthorized', response: null } };
/** What a server out of order answers. */
export const DOWN: Answer = { status: 502, body: '<html>Bad Gateway</html>' };

/** Hands out tokens as the provider does: half an hour, and five minutes more in the last minute. */
export function createAuthority(skew = 0): {
  grant: () => Answer;
  accepts: (request: SeenRequest) => boolean;
  revoke: () => void;
} {
  let serial = 0;
  let expiredAt = 0;
  const now = (): number => Math.floor(Date.now() / 1000) + skew;
  return {
    grant: () => {
      if (now() >= expiredAt) {
        serial += 1;
        expiredAt = now() + 1800;
      } else if (expiredAt - now() < 60) {
        expiredAt += 300;
      }
      return success({ access_token: `token-${serial}`, now: now(), expired_at: expiredAt });
    },
    accepts: ({ headers }) => headers.authorization === `token-${serial}` && now() < expiredAt,
    revoke: () => {
      serial += 1;
    },
  };
}
