const NO_LITERAL = /[\u0000- "<>\\^`{|}\u007f]/;
const BAD_ESCAPE = /%(?![0-9a-f]{2})/i;
const EXPRESSION = /\{([^{}]*)\}/g;
const OPERATOR = /^[+#./;?&=,!@|]/;
const VARIABLE = /^[\w%]+(?:\.[\w%]+)*(?:\*|:[1-9]\d{0,3})?$/;

/** `/payments/{imp_uid}`: RFC 6570 with its erratum 6937: a literal may have an apostrophe. */
export function fitsUriTemplate(text: string): boolean {
  if (BAD_ESCAPE.test(text) || NO_LITERAL.test(text.replace(EXPRESSION, ''))) return false;
  for (const [, expression = ''] of text.matchAll(EXPRESSION)) {
    const variables = expression.replace(OPERATOR, '').split(',');
    if (!variables.every((variable) => VARIABLE.test(variable))) return false;
  }
  return true;
}
