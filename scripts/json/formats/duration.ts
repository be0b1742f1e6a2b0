const DURATION = /^P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

/** `P1DT12H`: RFC 3339, appendix A. Units come in order, each once at most; weeks come alone. */
export function fitsDuration(text: string): boolean {
  return DURATION.test(text);
}
