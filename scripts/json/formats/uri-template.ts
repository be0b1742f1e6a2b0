const NO_LITERAL = /[\u0000- "'<>\\^`{|}]/;
const BAD_ESCAPE = /%(?![0-9a-f]{2})/i;
const EXPRESSION = /\{([^{}]*)\}/g;
const OPERATOR = /^[+#./;?&=,!@|]/;
const VARIABLE = /^[\w%]+(?:\*|:[1-9]\d{0,3})?$/;

/** `/payments/{imp_uid}`: RFC 6570. */
export function fitsUriTemplate(text: string): boolean {
  if (BAD_ESCAPE.test(text) || NO_LITERAL.test(text.replace(EXPRESSION, ''))) return false;
  for (const [, expression = ''] of text.matchAll(EXPRESSION)) {
    const variables = expression.replace(OPERATOR, '').split(',');
    if (!variables.every((variable) => VARIABLE.test(variable))) return false;
  }
  return true;
}
