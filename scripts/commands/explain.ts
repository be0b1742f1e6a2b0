import { everyEntry } from '../lint/every-entry.js';
import type { Command } from './command.js';
import { didYouMean } from '../messages/did-you-mean.js';
import { explainCode, listCodes } from '../report/explanation.js';
import { LANG_FLAG, readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';

/** `iamport-kit explain`: what a code means. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'Say what the code of a finding means, where it comes from and what to do; without one, list all',
  usage: '[CODE…] [--lang en|ko]',
  flags: { lang: LANG_FLAG },
  examples: [
    'iamport-kit explain fixture/syntax',
    'iamport-kit explain amount-is-number --lang ko',
    'iamport-kit explain',
  ],
  run(invocation) {
    const { positionals: codes, paint } = invocation;
    const language = readLanguage(invocation);
    const entries = everyEntry();
    const unknown = codes.find((code) => !Object.hasOwn(entries, code));
    if (unknown !== undefined)
      throw new UsageError('unknown-name', {
        kind: 'code',
        name: unknown,
        near: didYouMean(unknown, Object.keys(entries)),
      });
    if (codes.length === 0) invocation.print(listCodes(entries, language, paint));
    const texts = codes
      .flatMap((code) => entries[code] ?? [])
      .map((entry, index) => explainCode(codes[index] ?? '', entry, { language, paint }));
    invocation.print(texts.join('\n'));
    return Promise.resolve(0);
  },
};
