import { everyEntry } from '../messages/every-entry.js';
import type { Command } from './command.js';
import { didYouMean } from '../messages/did-you-mean.js';
import { explainCode, listCodes } from '../report/explanation.js';
import { readLanguage } from '../messages/language.js';
import { LANG_FLAG } from './report-flags.js';
import { UsageError } from '../messages/usage-error.js';

/** `iamport-kit explain`: explains the code of a finding. */
export const explainCommand: Command = {
  name: 'explain',
  summary: {
    en: 'Explain the code of a finding, its cause and its fix; without a code, list all codes',
    ko: '문제 코드의 뜻과 원인과 해결을 알려 줍니다. 코드가 없으면 모두 나열합니다',
  },
  usage: '[CODE…] [--lang en|ko]',
  flags: { lang: LANG_FLAG },
  examples: [
    'iamport-kit explain fixture/syntax',
    'iamport-kit explain amount-is-number --lang ko',
    'iamport-kit explain',
  ],
  run(invocation) {
    const { positionals: codes, paint, columns = Infinity } = invocation;
    const saying = { language: readLanguage(invocation), paint, columns };
    const entries = everyEntry();
    const unknown = codes.find((code) => !Object.hasOwn(entries, code));
    if (unknown !== undefined)
      throw new UsageError('unknown-name', {
        kind: 'code',
        name: unknown,
        near: didYouMean(unknown, Object.keys(entries)),
      });
    if (codes.length === 0) invocation.stdout(listCodes(entries, saying));
    const texts = codes
      .flatMap((code) => entries[code] ?? [])
      .map((entry, index) => explainCode(codes[index] ?? '', entry, saying));
    invocation.stdout(texts.join('\n'));
    return Promise.resolve(0);
  },
};
