const MAILBOX = /^(?!\.)[\w!#$%&'*+/=?^`{|}~.-]+(?<!\.)@(?![.-])[a-z0-9-]+\.[a-z0-9.-]+(?<![.-])$/i;
const NO_LABEL = /\.\.|@.*(?:\.-|-\.)/;

/** `name@example.com`: RFC 5321, without quoted local parts. The host has a dot. */
export function fitsEmail(text: string): boolean {
  return MAILBOX.test(text) && !NO_LABEL.test(text);
}
