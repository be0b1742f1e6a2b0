import { expect, it } from 'vitest';

import { withParticle, type Particle } from '../../scripts/messages/particle.js';

it.each<[name: string, particle: Particle, want: string]>([
  ['금액', '은/는', '금액은'],
  ['주소', '은/는', '주소는'],
  ['서울', '과/와', '서울과'],
  ['부산', '과/와', '부산과'],
  ['amount', '은/는', 'amount는'],
  ['imp_uid', '을/를', 'imp_uid를'],
  ['token', '이/가', 'token이'],
  ['name', '은/는', 'name은'],
  ['order', '과/와', 'order와'],
  ['url', '과/와', 'url과'],
  ['url', '을/를', 'url을'],
  ['webhook', '이/가', 'webhook이'],
  ['status', '이/가', 'status가'],
  ['billing', '은/는', 'billing은'],
  ['"paid"', '을/를', '"paid"를'],
  ['`token`', '이/가', '`token`이'],
  ['items[3]', '은/는', 'items[3]은'],
  ['items[2]', '은/는', 'items[2]는'],
  ['200', '이/가', '200이'],
  ['401', '을/를', '401을'],
  ['', '은/는', '는'],
])('%s %s', (name, particle, want) => {
  expect(withParticle(name, particle)).toBe(want);
});
