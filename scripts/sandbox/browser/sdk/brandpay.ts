/** Who loads a module. */
export interface ModuleCall {
  readonly origin: string;
  readonly userCode: unknown;
  readonly options: unknown;
}

/** The module of Toss Brandpay. What its functions do inside is not known, so each of them says so and rejects. */
export type Brandpay = Readonly<Record<'setupPassword' | 'getPaymentMethods' | 'openSettings', () => Promise<never>>>;

/**
 * `IMP.loadModule('toss-brandpay', { userCode }, { customerKey })`.
 *
 * @throws {Error} as a rejection, for another module or without a customer key.
 */
export function loadModule(name: string, call: ModuleCall): Promise<Brandpay> {
  const { options } = call;
  if (name !== 'toss-brandpay') return Promise.reject(new Error(`지원하지 않는 모듈 타입(${name}) 입니다.`));
  const key = typeof options === 'object' && options !== null && 'customerKey' in options ? options.customerKey : '';
  if (typeof key !== 'string' || key === '')
    return Promise.reject(new Error('[sandbox] customerKey는 필수 입력입니다.'));
  const unmodelled = (member: string) => () => reject(call, `${name}.${member}()`);
  return Promise.resolve({
    setupPassword: unmodelled('setupPassword'),
    getPaymentMethods: unmodelled('getPaymentMethods'),
    openSettings: unmodelled('openSettings'),
  });
}

/** Reports the call to the sandbox, for its log, and rejects. */
async function reject({ origin, userCode }: ModuleCall, member: string): Promise<never> {
  const body = JSON.stringify({ userCode, member });
  await fetch(`${origin}/_sandbox/browser/unmodelled`, { method: 'POST', body }).catch(() => null);
  throw new Error(`[sandbox] ${member} is not modelled`);
}
