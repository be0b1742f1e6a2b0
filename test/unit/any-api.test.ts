import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { listFiles } from '../import-graph.js';

// The core knows no API: what one does beyond OpenAPI is in its document, and reaches the core as data. The names of this
// package itself (`IamportError`, `iamport-kit:token`) are no words of an API.

const WORDS =
  /imp_|imp[KS][a-z]|\bIMP\b|merchant|\btiers?\b|payment|billing|customer|refund|\bcharge|webhook|escrow|receipt|getToken|portone|i'mport|아임포트|korea/i;

/** Endings of names, as in `imp_uid` and `schedule_at`: wire names are not written out in the core. */
const WIRE_NAMES = /\b\w+_(uid|amount|method|name|reason|status)\b/;

describe('the core has no word of an API in code, texts or comments', () => {
  const files = [...listFiles('src/client', /\.ts$/), ...listFiles('src/auth', /\.ts$/)];

  it('has files', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s', (file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.filter((line) => WORDS.test(line) || WIRE_NAMES.test(line))).toEqual([]);
  });
});

it('the words are found where an API is known', () => {
  const known = readFileSync('src/payments/iamport-client.ts', 'utf8').split('\n');
  expect(known.filter((line) => WORDS.test(line)).length).toBeGreaterThan(10);
});
