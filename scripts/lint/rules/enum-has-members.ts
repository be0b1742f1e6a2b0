import { defineRule } from '../rule.js';

// An empty list rejects every value, which is never intended.
export const enumHasMembers = defineRule('enum-has-members', {
  on: 'schema',
  set: 'recommended',
  check({ enum: members }, at) {
    if (members === undefined || members.length > 0) return;
    return { at: at.child('enum'), values: {} };
  },
});
