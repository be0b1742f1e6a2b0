// The table of the guide to moving: test/package/migration.long.test.ts makes every call of it.
import { readFileSync } from 'node:fs';

import { table } from './markdown.mjs';
import { SITE } from './paths.mjs';

const COLUMNS = {
  new: 'iamport-kit',
  iamport: 'iamport',
  iamporter: 'iamporter',
  restClient: 'iamport-rest-client-nodejs',
};

/** Puts the table where a page says so. */
export function withCalls(markdown) {
  if (!markdown.includes('<!-- calls -->')) return markdown;
  const rows = JSON.parse(readFileSync(`${SITE}/pages/migration.json`, 'utf8'));
  const shown = (call) => (call === undefined ? '' : `\`${shorten(call)}\``);
  const names = Object.keys(COLUMNS);
  return markdown.replace('<!-- calls -->', () =>
    table(
      Object.values(COLUMNS),
      rows.map((row) => names.map((name) => shown(row[name]))),
    ),
  );
}

/** Long inputs are the same in every column. */
function shorten(call) {
  return call.length <= 90 ? call : call.replace(/\(\{.*\}\)$/, '({ … })');
}
