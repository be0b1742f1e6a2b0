import { plainName } from './ordinary-name.js';
import type { SecretKind } from './span.js';

// As `plainName` gives them.
const NAMES: readonly (readonly [SecretKind, RegExp])[] = [
  ['card-number', /^(card(number|no|num|bin)|pan)$/],
  ['card-cvc', /^(card)?(cvc|cvv)2?$/],
  ['card-expiry', /^(card)?(expiry|expirydate|expdate|validthru)$/],
  ['password', /(password|passwd|passphrase|^pwd|^pwd2digit)$/],
  ['secret', /(secret|secretkey|privatekey|codeverifier)$/],
  ['key', /(impkey|apikey|channelkey|channelgroupid|accesskey|authkey|licensekey|signkey)$/],
  ['token', /(token|secure3dchargeid|authorization|ximptokenheader|cookie|sessionid)$/],
  ['email', /e?mail$/],
  ['phone', /(tel[12]?|phone|phonenumber|phoneno|mobile|mobileno|cellphone)$/],
  ['birth', /^(birth|birthday|birthdate|dateofbirth)$/],
  ['resident-number', /^(rrn|ssn|jumin|juminno|resident(registration)?(number|no))$/],
  ['identity-number', /^(identifier|individualcode|genderdigit)$/],
  ['identity-key', /^(user|customer|cert)?(ci|di|civalue|divalue|conninfo|dupinfo|uniquekey|uniqueinsite)$/],
  ['account-number', /(refundaccount|vbanknum|banknum|accountnumber|accountno)$/],
  ['address', /(addr|addressline[12]|streetaddress|shippingaddress(street|city|state))$/],
  ['postcode', /(postcode|zipcode|zip)$/],
  [
    'name',
    /^((buyer|customer|depositor|sender|receiver)name|(refund|vbank|bank)holder|shippingaddress(first|last)name)$/,
  ],
  ['billing-key', /^(customeruid|billingkey)$/],
  ['ip-address', /^(browserip|custip|clientip|userip|ipaddress)$/],
  ['otp', /^(otp|otpcode)$/],
  ['business-number', /^(businessregistrationnumber|corpregno|corpno|corporate(registration)?number|bizno)$/],
];

// Most names match none of them: one search says so.
const ANY = new RegExp(NAMES.map(([, { source }]) => source).join('|'));

/** What a property holds, as far as its name alone shows: the names of this API, and what others call the same. */
export function sensitiveKindOf(name: string): SecretKind | undefined {
  const plain = plainName(name);
  if (!ANY.test(plain)) return undefined;
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
}
