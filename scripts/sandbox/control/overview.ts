import type { Payment } from 'iamport-kit';

import type { Sandbox } from '../server/create-sandbox.js';
import type { Delivery } from '../server/deliveries.js';
import { FAULT_KINDS, type Fault } from '../server/faults.js';
import type { Settings } from '../model/world.js';
import { TRIGGERS } from './trigger.js';

/** What the console shows. */
export interface Overview {
  readonly now: string;
  readonly clock: 'frozen' | 'real';
  readonly merchants: readonly {
    readonly key: string;
    readonly settings: Settings;
    readonly payments: readonly Payment[];
  }[];
  readonly webhooks: readonly Delivery[];
  readonly faults: readonly Fault[];
  readonly faultKinds: readonly string[];
  readonly triggers: readonly string[];
}

/** Payments that the console shows of each merchant. */
const SHOWN = 200;

/** Everything at a glance. */
export function overview(sandbox: Sandbox): Overview {
  const keys = [...sandbox.service.worlds().keys()];
  return {
    now: sandbox.clock.date().toISOString(),
    clock: sandbox.clock.kind,
    merchants: keys.map((key) => {
      const merchant = sandbox.merchant(key);
      return { key, settings: merchant.settings, payments: merchant.payments().slice(-SHOWN).reverse() };
    }),
    webhooks: sandbox.webhooks.list().slice(-SHOWN).reverse(),
    faults: sandbox.faults.pending(),
    faultKinds: FAULT_KINDS,
    triggers: TRIGGERS,
  };
}
