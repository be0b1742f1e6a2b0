/** Characters. Anything shorter is no key of the provider, and would take bits out of ordinary words. */
const SHORTEST = 8;

/** A text of the server without the secrets it may echo. */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets
    .filter((secret) => secret !== undefined && secret.length >= SHORTEST)
    .reduce<string>((clean, secret = '') => clean.replaceAll(secret, '•••'), text);
}
