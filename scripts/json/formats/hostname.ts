const NAME = /^(?![.-])[a-z0-9.-]+(?<![.-])$/i;
const NO_LABEL = /\.\.|\.-|-\.|[a-z0-9-]{64}/i;

/** `api.example.com`: RFC 1123. A dot may end it. */
export function fitsHostname(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  return name.length <= 253 && NAME.test(name) && !NO_LABEL.test(name);
}
