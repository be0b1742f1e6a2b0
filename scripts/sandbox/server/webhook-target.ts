const PRIVATE = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./];
const PRIVATE_V6 = /^(::1|f[cd][0-9a-f]{2}:.*)$/;

/**
 * Why the sandbox sends nothing to an address, or null when it may: loopback, private addresses and names without a dot,
 * such as those of Docker services. Nothing leaves for the internet.
 */
export function reasonAgainstTarget(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return `${url} is not an HTTP address`;
  const host = parsed.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isName = !host.includes('.') && !host.includes(':');
  const isLocalName = host.endsWith('.localhost') || host === 'host.docker.internal';
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(host) && PRIVATE.some((range) => range.test(host));
  if (isName || isLocalName || isAddress || PRIVATE_V6.test(host)) return null;
  return `${host} is neither this machine nor a private network`;
}
