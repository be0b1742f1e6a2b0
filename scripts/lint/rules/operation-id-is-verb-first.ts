import { defineRule } from '../rule.js';

const VERBS = (
  'accrue add approve cancel collect confirm create delete find get issue list pay place prepare register reject ' +
  'release report request reschedule resolve retry schedule ship unschedule update withhold'
).split(' ');

// Operation IDs become method names. The provider mixes four styles and has two duplicate IDs.
export const operationIdIsVerbFirst = defineRule('operation-id-is-verb-first', {
  on: 'operation',
  set: 'iamport',
  check({ operationId = '' }, at) {
    const [verb = ''] = /^[a-z]+/.exec(operationId) ?? [];
    if (/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(operationId) && VERBS.includes(verb)) return;
    return { at: at.child('operationId'), values: { operation: operationId, verbs: VERBS } };
  },
});
