import { defineRule } from '../rule.js';

const VERBS =
  'accrue add approve cancel collect confirm create delete find get issue list pay place prepare register reject ' +
  'release report request reschedule resolve retry schedule ship unschedule update withhold';

// The provider mixes four styles and uses two IDs twice; these become function names.
export const operationIdIsVerbFirst = defineRule({
  id: 'operation-id-is-verb-first',
  severity: 'error',
  on: 'operation',
  check({ operationId = '' }, at) {
    const [verb = ''] = /^[a-z]+/.exec(operationId) ?? [];
    if (/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(operationId) && VERBS.split(' ').includes(verb)) return;
    return {
      at: at.child('operationId'),
      message: `\`${operationId}\` must be camelCase and begin with a verb: ${VERBS.replaceAll(' ', ', ')}.`,
    };
  },
});
