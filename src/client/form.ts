/**
 * Encodes a body as `application/x-www-form-urlencoded`, with arrays and objects in PHP's brackets:
 * `extra[requester]=admin`, `schedules[0][amount]=1004`. Omits `undefined` and `null`, which forms cannot express.
 *
 * @see https://www.php.net/manual/en/function.http-build-query.php
 */
export function encodeForm(body: unknown): string {
  const fields = new URLSearchParams();
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      fields.append(name, String(value));
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) add(name === '' ? key : `${name}[${key}]`, inner);
  };
  add('', body);
  return fields.toString();
}
