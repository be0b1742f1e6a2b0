// Changes the HTML of pages before it is indexed for the search and written.
import { searchable } from './search-marks.mjs';
import { completed } from './operation-page.mjs';

/** Called by Astro for every page. */
export async function onRequest({ url }, next) {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const html = completed(await response.text(), url.pathname);
  return new Response(searchable(html), response);
}
