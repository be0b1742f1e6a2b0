/** What a secret is. The marks of `x-sensitive` in the spec, and what shape alone tells. */
export type SecretKind =
  | 'account'
  | 'account-number'
  | 'address'
  | 'billing-key'
  | 'birth'
  | 'business-number'
  | 'card-cvc'
  | 'card-expiry'
  | 'card-number'
  | 'email'
  | 'gender'
  | 'identity-key'
  | 'identity-number'
  | 'ip-address'
  | 'key'
  | 'name'
  | 'otp'
  | 'password'
  | 'phone'
  | 'postcode'
  | 'resident-number'
  | 'secret'
  | 'token';

/** Where a secret is in a text, in UTF-16 code units. */
export interface SecretSpan {
  readonly offset: number;
  readonly length: number;
  readonly kind: SecretKind;
}

/** What a detector found. */
export interface Match extends SecretSpan {
  /** Whether it may be real. All matches are masked; published samples and made-up values are not reported. */
  readonly isReal: boolean;
  /** Why a real one is only a warning: a key of a test account, a token that has expired. */
  readonly limit?: 'test' | 'expired';
}

/** Finds one kind of secret by its shape, in time linear in the text. */
export type Detector = (text: string) => Match[];
