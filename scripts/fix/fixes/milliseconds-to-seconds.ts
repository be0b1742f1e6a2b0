import { toSeconds } from '../../json/unix-seconds.js';
import { rewritten, type Fix } from './fix.js';

/** `1648344363000` where unix seconds belong becomes `1648344363`. Parts of a second are dropped, as the server does. */
export const millisecondsToSeconds: Fix<object> = (_values, context) =>
  rewritten(context, 'value', (written) =>
    /^\d+$/.test(written) ? toSeconds(Number(written))?.toString() : undefined,
  );
