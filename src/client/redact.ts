/** Characters. Anything shorter is not a real key, and would take bits out of ordinary words. */
const SHORTEST = 8;

/** A text of the server without the secrets it may echo. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .reduce<string>((clean, secret) => clean.replaceAll(secret, '•••'), text);
}
