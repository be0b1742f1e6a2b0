import type { Entry, Texts } from './entry.js';

/** Where a secret is, and why it is only a warning. */
export interface SecretFacts {
  readonly place: 'key' | 'value';
  readonly limit?: 'test' | 'expired';
}

/** Findings about values that look like those of a real person or account. */
export const SECRET_ENTRIES = {
  'secret/card-number': secret('card number', '카드번호', {
    en: 'The number has the prefix, length and check digit of a card that may exist. Providers mask card numbers in responses; some test channels do not.',
    ko: '실제로 있을 수 있는 카드의 앞자리, 길이, 검증 숫자를 가진 번호입니다. PG사는 응답에서 번호를 가리지만, 가리지 않는 테스트 채널도 있습니다.',
  }),
  'secret/resident-number': secret('resident registration number', '주민등록번호', {
    en: 'The value has the form of a resident registration number: a birth date followed by seven digits.',
    ko: '생년월일 뒤에 일곱 자리 숫자가 이어지는 주민등록번호 형식입니다.',
  }),
  'secret/identity-key': secret('CI or DI', 'CI 또는 DI', {
    en: 'The value has the form of the key that identity verification returns for a person.',
    ko: '본인인증이 한 사람을 가리키려고 주는 연계정보의 형식입니다.',
  }),
  'secret/email': secret('e-mail address', '이메일 주소', {
    en: 'The domain of the address may belong to a real owner. example.com, .test and .invalid are reserved for examples.',
    ko: '누군가 소유할 수 있는 도메인의 주소입니다. example.com, .test, .invalid는 예약되어 있어 누구의 것도 아닙니다.',
  }),
  'secret/phone': secret('phone number', '전화번호', {
    en: 'The number may belong to a real person. Numbers with the exchange 0000, such as 010-0000-1234, are not assigned.',
    ko: '누군가의 번호일 수 있습니다. 010-0000-1234처럼 국번이 0000인 번호는 아무에게도 연결되지 않습니다.',
  }),
  'secret/token': secret('token', '토큰', {
    en: 'The value looks like an access token issued by a server. It is a warning if the expired_at beside it is in the past.',
    ko: '비밀번호 대신 제시하도록 서버가 발급한 값으로 보입니다. 같은 객체의 expired_at이 지났으면 경고입니다.',
  }),
  'secret/key': secret('key or secret', '키 또는 시크릿', {
    en: 'The value begins like the keys of an issuer (live_sk_, AKIA, ghp_, a private key in PEM), or looks random in a place for an API key or secret. Keys of test accounts are warnings: they move no money, but open the account.',
    ko: '발급처의 키처럼 시작하는 값(live_sk_, AKIA, ghp_, PEM 비공개 키)이거나, API 키나 시크릿 자리에 있는 무작위로 보이는 값입니다. 테스트 키는 돈을 움직이지 못해도 계정을 열 수 있어 경고로 알립니다.',
  }),
  'secret/password': secret('password', '비밀번호', {
    en: 'The value is in a place for a password, or before the host of a URL (https://user:password@host).',
    ko: '비밀번호가 들어갈 자리나 URL의 호스트 앞(https://user:password@host)에 있는 값입니다.',
  }),
};

function secret(en: string, ko: string, cause: Texts): Entry<SecretFacts> {
  return {
    title: {
      en: `The file contains what looks like a real ${en}`,
      ko: `파일에 실제 값으로 보이는 항목이 있습니다: ${ko}`,
    },
    cause,
    fix: {
      en: 'Run "iamport-kit validate --redact --write" to replace it with a fake value. If it is real and already pushed, revoke it at its issuer.',
      ko: '"iamport-kit validate --redact --write"를 실행하면 지어낸 값으로 바뀝니다. 실제 값을 이미 푸시했다면 발급처에서 새로 발급받으세요.',
    },
    message: {
      en: ({ place, limit }) =>
        `${place === 'key' ? 'the property name' : 'this value'} looks like ${ENGLISH[limit ?? 'none'](en)}`,
      ko: ({ place, limit }) =>
        `${place === 'key' ? '속성 이름' : '값'}에 ${KOREAN[limit ?? 'none']}으로 보이는 항목이 있습니다: ${ko}`,
    },
    hint: {
      en: () => 'replace it with a fake value: validate --redact --write',
      ko: () => '지어낸 값으로 바꾸세요: validate --redact --write',
    },
  };
}

const ENGLISH = {
  none: (what: string) => `a real ${what}`,
  test: (what: string) => `a real ${what} of a test account`,
  expired: (what: string) => `a real ${what} that has expired`,
} as const;

const KOREAN = { none: '실제 값', test: '테스트 계정의 실제 값', expired: '이미 만료된 실제 값' } as const;
