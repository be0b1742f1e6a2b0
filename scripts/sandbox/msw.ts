/**
 * The sandbox as handlers of Mock Service Worker, for tests and pages that use msw already.
 *
 * @module
 */
import { http, HttpResponse, type HttpHandler } from 'msw';

import type { Sandbox } from './server/create-sandbox.js';

/** Which requests are answered. */
export interface MswOptions {
  /** Address of the API that the client calls: `https://api.iamport.kr` when missing. */
  readonly baseUrl?: string;
}

/**
 * Handlers that answer every request to the API from a sandbox: `setupServer(...mswHandlers(createSandbox()))`. A broken
 * connection shows as a network error.
 */
export function mswHandlers(sandbox: Sandbox, { baseUrl = 'https://api.iamport.kr' }: MswOptions = {}): HttpHandler[] {
  return [
    http.all(`${baseUrl.replace(/\/$/, '')}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request);
      } catch (error) {
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
