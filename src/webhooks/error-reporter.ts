/**
 * Creates the function that reports failures to `onError`, or as one line without values to `console.error`, so that no
 * failure is silent. It never throws.
 */
export function createErrorReporter(onError?: (error: unknown) => unknown): (error: unknown) => void {
  return (error) => {
    try {
      if (onError === undefined)
        console.error(`iamport-kit: handling a payment failed (${nameOf(error)}); set onError`);
      else Promise.resolve(onError(error)).catch(() => undefined);
    } catch {
      // A failing listener must not cause another failure.
    }
  };
}

// Messages may contain personal data.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'kind' in error && typeof error.kind === 'string' ? `${error.name}, ${error.kind}` : error.name;
}
