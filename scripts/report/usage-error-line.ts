import type { Language } from '../messages/entry.js';
import type { UsageError } from '../messages/usage-error.js';

/** The line that reports a usage error, in the language of the run. It is masked, because it names files. */
export async function usageErrorLine({ texts }: UsageError, language: Language): Promise<string> {
  const { maskText } = await import('../secrets/mask.js');
  return `iamport-kit: ${maskText(texts[language])}\n`;
}
