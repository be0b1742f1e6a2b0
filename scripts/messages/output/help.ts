/** Words around what the help says of each command and flag, which their definitions say. */
export const HELP_WORDS = {
  en: {
    about: "iamport-kit: typed code and checks from an OpenAPI document of the i'mport (PortOne V1) payments API",
    usage: 'Usage',
    arguments: 'COMMAND [options]',
    help: 'Show this help',
    helpOf: 'Show this help, or the help of a command',
    version: 'Show the version',
    examples: 'Examples',
    codes: 'Exit codes: 0 clean, 1 findings, 2 bad usage or unreadable input, 70 a bug in iamport-kit.',
  },
  ko: {
    about: "iamport-kit: i'mport(PortOne V1) 결제 API의 OpenAPI 문서로 타입이 있는 코드를 만들고 검사합니다",
    usage: '사용법',
    arguments: '명령 [옵션]',
    help: '이 도움말을 보여 줍니다',
    helpOf: '이 도움말을 보여 줍니다. 명령 뒤에 쓰면 그 명령의 도움말입니다',
    version: '버전을 보여 줍니다',
    examples: '예',
    codes: '종료 코드: 0 문제 없음, 1 문제 있음, 2 잘못된 사용이나 읽을 수 없는 입력, 70 iamport-kit의 버그.',
  },
} as const;
