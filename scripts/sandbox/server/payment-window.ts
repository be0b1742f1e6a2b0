import type { WindowReply } from '../model/commands/open-window.js';
import type { WindowEnd } from '../model/commands/window.js';
import type { DeliveryOrder } from '../model/world.js';

/** What a test does in a payment window; each method resolves to what the browser learns, or null when it was lost. */
export interface PaymentWindow {
  readonly outcome: 'opened';
  readonly imp_uid: string;
  readonly merchant_uid: string;
  /** The customer pays, or an account or a billing key is issued. A different `amount` simulates a tampered browser. */
  approve(options?: { readonly amount?: number; readonly order?: DeliveryOrder }): Promise<WindowEnd | null>;
  /** The gateway declines. */
  decline(options?: { readonly code?: string; readonly text?: string }): Promise<WindowEnd | null>;
  /** The customer closes the window. */
  close(): Promise<WindowEnd | null>;
}

/** A window, or what the callback gets when none opened. */
export type RequestPayResult = PaymentWindow | Extract<WindowReply, { readonly outcome: 'refused' }>;
