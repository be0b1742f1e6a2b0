import { expect, it } from 'vitest';

import { withParticle, type Particle } from '../../scripts/messages/particle.js';

it.each<[name: string, particle: Particle, want: string]>([
  ['금액', '은/는', '금액은'],
  ['주소', '은/는', '주소는'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['amount', '은/는', 'amount는'],
  ['imp_uid', '을/를', 'imp_uid를'],
  ['token', '이/가', 'token이'],
  ['name', '은/는', 'name은'],
  ['order', '과/와', 'order와'],
  ['url', '으로/로', 'url로'],
  ['url', '을/를', 'url을'],
  ['webhook', '이/가', 'webhook이'],
  ['status', '이/가', 'status가'],
  ['billing', '은/는', 'billing은'],
  ['"paid"', '을/를', '"paid"를'],
  ['`token`', '이/가', '`token`이'],
  ['items[3]', '은/는', 'items[3]은'],
  ['items[2]', '은/는', 'items[2]는'],
  ['200', '이/가', '200이'],
  ['401', '으로/로', '401로'],
  ['', '은/는', '는'],
])('%s %s', (name, particle, want) => {
  expect(withParticle(name, particle)).toBe(want);
});
