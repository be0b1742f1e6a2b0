import type { Language } from '../messages/entry.js';

// Between the problems of one config.
const NEXT = '\niamport-kit: ';

/** Says in a language what a `UsageError` says in English; in English where nobody has translated it. */
export async function usageMessage(message: string, language: Language): Promise<string> {
  if (language === 'en') return message;
  const [{ sayInKorean }, { USAGE_PHRASES }] = await Promise.all([
    import('../messages/phrase.js'),
    import('../messages/usage-phrases.js'),
  ]);
  const lines = message.split(NEXT).map((line) => sayInKorean(line, USAGE_PHRASES) ?? line);
  return lines.join(NEXT);
}

/** The line that a `UsageError` is told with: in a language, and masked, since it names files. */
export async function usageErrorLine(message: string, language: Language): Promise<string> {
  const { maskText } = await import('../secrets/mask.js');
  return `iamport-kit: ${maskText(await usageMessage(message, language))}\n`;
}
