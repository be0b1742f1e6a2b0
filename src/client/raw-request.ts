import type { CallContext } from './call-context.js';
import { encodeBody } from './encode-body.js';
import type { OperationRow } from './operation-row.js';
import { buildStyledPath, headerTexts, pairsOf, stylesOf } from './plan-any-request.js';
import type { ParseRawAs } from './raw-answer.js';

type Fields = Readonly<Record<string, unknown>>;

/** What openapi-fetch takes for one request. */
export interface RawInit {
  readonly baseUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly params?: {
    readonly path?: Fields;
    readonly query?: Fields;
    readonly header?: Fields;
    readonly cookie?: Fields;
  };
  readonly headers?: NonNullable<RequestInit['headers']>;
  readonly body?: unknown;
  readonly parseAs?: ParseRawAs;
  readonly pathSerializer?: (template: string, values: Fields) => string;
  readonly querySerializer?: ((values: Fields) => string) | object;
  readonly bodySerializer?: (body: unknown) => unknown;
  readonly duplex?: 'half';
}

/**
 * The same request, written as the row of its operation says. The caller's own base URL and serializers come first.
 *
 * @throws {IamportError} `kind: 'input'` for values that cannot be expressed where they go.
 */
export function requestAs({ baseUrl, codecs }: CallContext, row: OperationRow, init: RawInit): RawInit {
  const { params = {} } = init;
  const query = stylesOf(row, row.queryFields);
  const path = stylesOf(row, row.pathFields);
  const { header, payload } = bodyAs(row, init);
  return {
    baseUrl: codecs?.baseUrlOf(row, baseUrl) ?? baseUrl,
    querySerializer: (values: Fields) => pairsOf(present(values), query).join('&'),
    pathSerializer: (template, values) => buildStyledPath(template, values, path),
    ...init,
    ...payload,
    params: { ...params, header: { ...headersAs(row, init), ...header } },
  };
}

/** Headers and cookies as texts. `null` is openapi-fetch's way to leave out a header. */
function headersAs(row: OperationRow, { params, headers }: RawInit): Fields {
  const { header = {}, cookie = {} } = params ?? {};
  const cookies = pairsOf(present(cookie), stylesOf(row, row.wire?.cookieFields));
  const given = new Headers(headers).get('cookie');
  return {
    ...header,
    ...Object.fromEntries(
      Object.entries(header).flatMap(([name, value]): [string, unknown][] => {
        if (typeof value !== 'object' || value === null) return [];
        const [text] = Object.values(headerTexts({ [name]: value }, stylesOf(row, row.headerFields)));
        return [[name, text]];
      }),
    ),
    ...(cookies.length > 0 && { cookie: [...(given === null ? [] : [given]), ...cookies].join('; ') }),
  };
}

/** What is neither `undefined` nor `null`. */
function present(values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

interface RawBody {
  readonly header?: Fields;
  readonly payload?: Pick<RawInit, 'bodySerializer' | 'duplex'>;
}

/** The body in the media type that a header says, else in that of the document. `FormData` is written by `fetch`. */
function bodyAs({ wire, body: known }: OperationRow, { body, bodySerializer, headers, params }: RawInit): RawBody {
  const isWritten = body === undefined || body instanceof FormData || body instanceof URLSearchParams;
  if (isWritten || bodySerializer !== undefined || known === undefined || wire?.bodies === undefined) return {};
  const said = Object.entries(params?.header ?? {}).find(([name]) => /^content-type$/i.test(name))?.[1];
  const wanted = typeof said === 'string' ? said : (new Headers(headers).get('content-type') ?? known.mediaType);
  const { body: content, mediaType, duplex } = encodeBody(body, wanted, { encodings: wire.bodies[wanted] ?? {} });
  return {
    header: { 'content-type': mediaType },
    payload: { bodySerializer: () => content, ...(duplex && { duplex }) },
  };
}
