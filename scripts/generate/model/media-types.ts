import { isObject } from '../../json/schema.js';
import type { Body, Operation } from '../../openapi/document.js';
import { partHeaders } from './part-headers.js';
import type { EncodingModel, WireModel } from './model.js';

type Responses = NonNullable<Operation['responses']>;

/** The responses that mean success, in order; `default` where no status does. */
export function successesOf(responses: Responses): { readonly status: string; readonly body: Body }[] {
  const all = Object.entries(responses).map(([status, body]) => ({ status, body }));
  const successes = all.filter(({ status }) => /^2[\dX]{2}$/.test(status));
  return successes.length > 0 ? successes : all.filter(({ status }) => status === 'default');
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * What the runtime must know about the media types of an operation; undefined where bodies and responses are plain JSON.
 *
 * @param areFormsPlain Whether forms beside JSON need nothing either.
 */
export function mediaTypes(
  { requestBody, responses = {} }: Operation,
  areFormsPlain: boolean,
): Pick<WireModel, 'bodies' | 'accept'> {
  const contents = successesOf(responses).map(({ body }) => Object.keys(body.content ?? {}));
  const accept = [...new Set(contents.flat())];
  const isJson = accept.join() === 'application/json' && contents.every((types) => types.length > 0);
  const all = Object.entries(requestBody?.content ?? {});
  const hasJson = all.some(([type]) => type === 'application/json');
  const bodies = all.filter(
    ([type, { encoding }]) => !areFormsPlain || !hasJson || type !== FORM || encoding !== undefined,
  );
  const isPlain = bodies.every(([type]) => type === 'application/json') && bodies.length < 2;
  return {
    ...(!isPlain && {
      bodies: Object.fromEntries(bodies.map(([type, { encoding }]) => [type, encodingsOf(type, encoding)])),
    }),
    ...(!isJson && contents.length > 0 && { accept }),
  };
}

function encodingsOf(type: string, encoding: unknown): Record<string, EncodingModel> {
  if (!isObject(encoding)) return {};
  return Object.fromEntries(
    Object.entries(encoding).flatMap(([name, each]): [string, EncodingModel][] =>
      isObject(each) ? [[name, { ...encodingOf(each), ...headersOf(type, each) }]] : [],
    ),
  );
}

function headersOf(type: string, encoding: unknown): Pick<EncodingModel, 'headers'> {
  const headers = /^multipart\//i.test(type) ? partHeaders(encoding) : {};
  return Object.keys(headers).length === 0 ? {} : { headers };
}

/** A style, or one of its parts, takes the place of the media type. */
function encodingOf({ contentType, style, explode, allowReserved }: Readonly<Record<string, unknown>>): EncodingModel {
  if (style === undefined && explode === undefined && allowReserved === undefined) {
    return typeof contentType === 'string' ? { contentType } : {};
  }
  const name = typeof style === 'string' ? style : 'form';
  const isExploded = typeof explode === 'boolean' ? explode : name === 'form' || name === 'deepObject';
  return { style: { style: name, explode: isExploded, ...(allowReserved === true && { allowReserved }) } };
}
