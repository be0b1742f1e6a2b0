/** What the sandbox answers to a call of `request_pay` or `certification`. */
export type Opening =
  | { readonly outcome: 'refused'; readonly callback: Readonly<Record<string, unknown>> }
  | {
      readonly outcome: 'opened';
      readonly imp_uid: string;
      readonly merchant_uid: string;
      readonly window: 'iframe' | 'popup' | 'redirect';
      /** Address of the page to show. */
      readonly page: string;
    };

/** The message of a page to the SDK when it is done. */
export interface PageMessage {
  readonly from: 'iamport-sandbox';
  readonly imp_uid: string;
  /** What the callback gets; null when the browser is lost. */
  readonly callback: Readonly<Record<string, unknown>> | null;
}

/** A call of the SDK. */
export interface SdkCall {
  readonly kind: 'payment' | 'certification';
  readonly userCode: string;
  readonly tierCode: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sdk: 'legacy' | 'v1';
}

/** Where this script came from. */
export function originOf(script: HTMLOrSVGScriptElement | null): string {
  return script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;
}

/** Asks the sandbox to open a window. Sent as text, so that browsers ask for no permission first. */
export async function openOver(origin: string, call: SdkCall): Promise<Opening> {
  const device = /Mobi|Android|iPhone|iPad/.test(navigator.userAgent) ? 'mobile' : 'pc';
  const response = await fetch(`${origin}/_sandbox/browser/open`, {
    method: 'POST',
    body: JSON.stringify({ ...call, device, origin: location.href }),
  });
  // The sandbox's own route.
  return (await response.json()) as Opening;
}

/** Asks what became of a payment whose window was closed by force. */
export async function abandonOver(origin: string, call: SdkCall, impUid: string): Promise<PageMessage['callback']> {
  const response = await fetch(`${origin}/_sandbox/browser/abandon`, {
    method: 'POST',
    body: JSON.stringify({ kind: call.kind, userCode: call.userCode, tierCode: call.tierCode, imp_uid: impUid }),
  });
  // The sandbox's own route.
  const { callback } = (await response.json()) as { readonly callback: PageMessage['callback'] };
  return callback;
}
