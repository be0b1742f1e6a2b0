import { defineRule } from '../rule.js';

// An empty list accepts nothing at all; whoever wrote it meant something else.
export const enumHasMembers = defineRule({
  id: 'enum-has-members',
  severity: 'error',
  on: 'schema',
  check({ enum: members }, at) {
    if (members === undefined || members.length > 0) return;
    return { at: at.child('enum'), message: 'The enum has no members, so no value would be valid.' };
  },
});
