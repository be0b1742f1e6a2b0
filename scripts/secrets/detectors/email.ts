import type { Match } from '../span.js';

// Reserved by RFC 2606 and RFC 6761: nobody can own an address there.
const RESERVED = /(^|\.)(example(\.(com|net|org|kr|co\.kr))?|test|invalid|localhost|local)$/i;

// Longest parts of an address, RFC 5321.
const [LONGEST_LOCAL_PART, LONGEST_DOMAIN] = [64, 255];

/** E-mail addresses; `@` may be written `%40`. Found from the `@` outwards: text without one costs nothing. */
export function findEmails(text: string): Match[] {
  if (!text.includes('@') && !text.includes('%40')) return [];
  return [...text.matchAll(/@|%40/g)].flatMap(({ 0: at, index }): Match[] => {
    const before = /[\w.%+\-\u00a1-\uffff]+$/.exec(text.slice(Math.max(0, index - LONGEST_LOCAL_PART), index))?.[0];
    const rest = text.slice(index + at.length, index + at.length + LONGEST_DOMAIN);
    const domain = /^(?:[a-z0-9\u00a1-\uffff-]+\.)+[a-z\u00a1-\uffff][a-z0-9\u00a1-\uffff-]*/i.exec(rest)?.[0];
    if (before === undefined || domain === undefined) return [];
    return [
      {
        offset: index - before.length,
        length: before.length + at.length + domain.length,
        kind: 'email',
        isReal: !RESERVED.test(domain),
      },
    ];
  });
}
