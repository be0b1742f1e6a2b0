import { checkAnswers } from './answers.js';
import { checkHostileIds } from './hostile-ids.js';
import { checkLists } from './lists.js';
import { checkTokens } from './tokens.js';
import { checkWebhooks } from './webhooks.js';
import { checkWrites } from './writes.js';

// Bundled with its servers, then run against the installed package. An argument gives the requests per second of the
// hour that is played: 10, or fewer where it has been played before.

const perSecond = Number(process.argv[2] ?? 10);

// Alone, for it measures time.
await checkAnswers();
// Side by side: most of it is waiting for broken connections.
await Promise.all([checkWrites(), checkLists(), checkWebhooks()]);
await checkHostileIds();
// Alone, for it sets the clock.
await checkTokens(perSecond);

process.stdout.write('all survived\n');
