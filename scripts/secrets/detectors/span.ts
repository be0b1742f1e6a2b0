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

/** Where a secret stands in a text, in UTF-16 code units. */
export interface SecretSpan {
  readonly offset: number;
  readonly length: number;
  readonly kind: SecretKind;
}

/** What a detector found. */
export interface Match extends SecretSpan {
  /**
   * Whether it may be real. All matches are masked; what is well known or made up on purpose is no finding.
   */
  readonly isReal: boolean;
}

/** Finds one kind of secret by its shape, in time linear in the text. */
export type Detector = (text: string) => Match[];
