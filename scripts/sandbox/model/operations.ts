import type { Handlers } from './handler.js';
import { billingKeys } from './operations/billing-keys.js';
import { cancelAndPrepare } from './operations/cancel-and-prepare.js';
import { certifications } from './operations/certifications.js';
import { charges } from './operations/charges.js';
import { codes } from './operations/codes.js';
import { escrows } from './operations/escrows.js';
import { gatewayExtras } from './operations/gateway-extras.js';
import { kcpQuick } from './operations/kcp-quick.js';
import { naver } from './operations/naver.js';
import { paymentReads } from './operations/payment-reads.js';
import { receipts } from './operations/receipts.js';
import { scheduleLists } from './operations/schedule-lists.js';
import { schedules } from './operations/schedules.js';
import { vbanks } from './operations/vbanks.js';
import { tokenOperation } from './token.js';

/** Every operation of the API. The compiler holds that none is missing. */
export const HANDLERS: Handlers = {
  ...tokenOperation,
  ...paymentReads,
  ...cancelAndPrepare,
  ...billingKeys,
  ...charges,
  ...schedules,
  ...scheduleLists,
  ...certifications,
  ...receipts,
  ...vbanks,
  ...escrows,
  ...codes,
  ...naver,
  ...kcpQuick,
  ...gatewayExtras,
};
