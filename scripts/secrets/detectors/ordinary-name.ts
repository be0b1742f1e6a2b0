// Names without their separators and capitals, as in `sensitive-name.ts`.
const NUMBER =
  /(?:uid|tid|orderid|orderno|ordernum|ordernumber|ordercode|paymentid|transactionid|receiptid|receiptno|invoiceid|invoiceno|approvalno|applynum|trackingno|corpno|corpnumber|corporatenumber|corporateregistrationnumber|seq)$/;
const HASH = /(?:hash|digest|sha512|sha384|sign|signature|hmac|mac|checksum|integrity|etag|fingerprint)$/;

/** Tells whether a property's name says that its digits are the number of an order, a payment or a company. */
export function isNumberName(name: string): boolean {
  return NUMBER.test(plainName(name));
}

/** Tells whether a property's name says that its value is a hash. */
export function isHashName(name: string): boolean {
  return HASH.test(plainName(name));
}

/** A name in small letters, without separators: `cardNumber`, `card-number` and `card_number` are one name. */
export function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
