// The tables of the guide to moving, one for each older package: test/package/migration.long.test.ts makes every call of them.
import { readFileSync } from 'node:fs';

import { blocks, table } from './markdown.mjs';
import { SITE } from './paths.mjs';

const PACKAGES = { iamport: 'iamport', iamporter: 'iamporter', restClient: 'iamport-rest-client-nodejs' };

/** Puts the tables where a page says so. */
export function withCalls(markdown) {
  if (!markdown.includes('<!-- calls -->')) return markdown;
  const rows = JSON.parse(readFileSync(`${SITE}/pages/migration.json`, 'utf8'));
  const tables = Object.entries(PACKAGES).map(([key, name]) => [
    `## ${name}`,
    table(
      [name, 'iamport-kit'],
      rows.filter((row) => row[key] !== undefined).map((row) => [shown(row[key]), shown(row.new)]),
    ),
  ]);
  return markdown.replace('<!-- calls -->', () => blocks(tables));
}

/** Long inputs are the same in both columns. */
function shown(call) {
  return `\`${call.length <= 90 ? call : call.replace(/\(\{.*\}\)$/, '({ … })')}\``;
}
