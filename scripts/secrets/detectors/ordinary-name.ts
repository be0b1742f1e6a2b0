// Names without their separators and capitals, as in `sensitive-name.ts`.
const NUMBER =
  /(?:uid|tid|orderid|orderno|ordernum|ordernumber|ordercode|paymentid|transactionid|receiptid|receiptno|invoiceid|invoiceno|approvalno|applynum|trackingno|corpno|corpnumber|corporatenumber|corporateregistrationnumber|seq)$/;
const HASH = /(?:hash|digest|sha512|sha384|sign|signature|hmac|mac|checksum|integrity|etag|fingerprint)$/;

/** Tells whether a property's name says that its digits are the number of an order, a payment or a company. */
export function isNumberName(name: string): boolean {
  return NUMBER.test(plainName(name));
}

// The same in a sentence, right before the digits.
const NUMBER_WORD =
  /(?:주문|거래|승인|접수|예약|송장|운송장|법인(?:등록)?|사업자(?:등록)?|order|transaction|payment|invoice|receipt|tracking|tid|uid)(?:[ _-]?(?:번호|id|no\.?|number))?[ "']{0,2}[:=#(]?[ "']{0,2}$/i;

const LONGEST_WORD = 32;

/** Tells whether a text ends in words such as `주문번호: ` and `order #`: the digits behind it do not belong to a person or a card. */
export function isNumberText(before: string): boolean {
  return NUMBER_WORD.test(before.slice(-LONGEST_WORD));
}

/** Tells whether a property's name says that its value is a hash. */
export function isHashName(name: string): boolean {
  return HASH.test(plainName(name));
}

/** A name in small letters, without separators: `cardNumber`, `card-number` and `card_number` are one name. */
export function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}
