import { _, type Ajv2020 } from 'ajv/dist/2020.js';
import ajvErrors from 'ajv/dist/compile/errors.js';
import ajvNames from 'ajv/dist/compile/names.js';

const { vErrors, errors } = ajvNames.default;
const { keywordError, reportError, reportExtraError } = ajvErrors;
const ours = new WeakSet<object>();

/**
 * Lets an Ajv report each error by one call, where it would write eight lines. Messages are made from keyword and parameters on
 * demand, and a validator knows the location inside its own value only: its caller prepends its own location.
 */
export function reportByCalls(ajv: Ajv2020): void {
  ours.add(ajv);
  Object.assign(ajvErrors, { reportError: byCall(reportError), reportExtraError: byCall(reportExtraError) });
}

function byCall(original: typeof reportError): typeof reportError {
  return (context, error = keywordError, ...others) => {
    const { gen, self, createErrors, errorPath } = context.it;
    // Errors that are only counted, as below `not`, have no content.
    if (createErrors === false || !ours.has(self)) {
      original(context, error, ...others);
      return;
    }
    const params = typeof error.params === 'function' ? error.params(context) : (error.params ?? _`{}`);
    // Ajv numbers all errors.
    gen.name('err');
    gen.assign(vErrors, _`addIssue(${vErrors}, ${errorPath}, ${context.keyword}, ${params})`);
    gen.code(_`${errors}++`);
  };
}
