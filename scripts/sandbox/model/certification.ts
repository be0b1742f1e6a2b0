import type { Certification } from 'iamport-kit';

import { CHANNELS, findChannel } from './channels.js';
import { gatewayId, textOf } from './payment.js';
import { digest, nextImpUid, save, type Turn } from './turn.js';
import type { CertificationRecord } from './world.js';

/** The code that confirms an identity verification requested over the API. */
export const SANDBOX_OTP = '000000';

/** Who is to be verified. */
export interface Person {
  readonly merchant_uid?: string | undefined;
  readonly pg?: string | undefined;
  readonly channel_key?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly carrier?: string | undefined;
  /** YYYYMMDD. */
  readonly birth?: string | undefined;
  readonly gender_digit?: string | undefined;
  readonly redirectUrl?: string | undefined;
  readonly origin?: string | undefined;
}

/** Begins an identity verification. */
export function beginCertification(turn: Turn, person: Person): CertificationRecord {
  const imp_uid = nextImpUid(turn, 'imp');
  const chosen = findChannel(person);
  const channel = chosen?.type === 'certification' ? chosen : CHANNELS.find(({ type }) => type === 'certification');
  const birth = birthOf(person.birth);
  const name = person.name ?? '홍길동';
  const wire: Certification = {
    imp_uid,
    merchant_uid: textOf(person.merchant_uid),
    pg_tid: null,
    pg_provider: channel?.pg_provider ?? 'danal',
    name,
    gender: isFemale(person.gender_digit) ? 'female' : 'male',
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the service still sends it
    birth: Date.parse(`${birth}T00:00:00+09:00`) / 1000,
    birthday: birth,
    foreigner: false,
    foreigner_v2: false,
    phone: person.phone ?? '01000000000',
    carrier: person.carrier ?? 'SKT',
    certified: false,
    certified_at: 0,
    unique_key: null,
    unique_in_site: null,
    origin: person.origin ?? 'about:blank',
  };
  return keep(turn, { wire, state: 'pending', otp: SANDBOX_OTP, redirectUrl: person.redirectUrl ?? null });
}

/** Certifies a person. The unique keys follow from name, birth and telephone: one person, one key. */
export function certify(turn: Turn, record: CertificationRecord): CertificationRecord {
  const { name, birthday, phone } = record.wire;
  const person = `${name ?? ''}|${birthday ?? ''}|${phone ?? ''}`;
  const wire = {
    ...record.wire,
    pg_tid: gatewayId(turn, 'CERT'),
    certified: true,
    certified_at: turn.now,
    unique_key: `${digest(`key|${person}`, 86)}==`,
    unique_in_site: `${digest(`site|${turn.world.key}|${person}`, 62)}==`,
  };
  return keep(turn, { ...record, wire, state: 'certified' });
}

/** The person closed the window or could not be verified. */
export function failCertification(turn: Turn, record: CertificationRecord): CertificationRecord {
  return keep(turn, { ...record, state: 'failed' });
}

function keep(turn: Turn, record: CertificationRecord): CertificationRecord {
  save(turn, 'certifications', [record.wire.imp_uid, record]);
  return record;
}

function birthOf(text = '19900101'): string {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = '1990', month = '01', day = '01'] = match ?? [];
  const full = year.length === 4 ? year : Number(year) > 25 ? `19${year}` : `20${year}`;
  const date = `${full}-${month}-${day}`;
  return Number.isNaN(Date.parse(date)) ? '1990-01-01' : date;
}

function isFemale(digit = '1'): boolean {
  return Number(digit) % 2 === 0;
}
