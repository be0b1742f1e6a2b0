import { CONFIG_FLAGS } from './config-flags.js';
import type { Flag } from './command.js';

/** Flags of every command that reads fixtures: which files, and which schemas. */
export const INPUT_FLAGS = {
  schema: {
    type: 'string',
    value: 'NAME',
    description: {
      en: 'Schema of all files, such as PaymentCallback; "auto" detects it by shape where nothing else names it',
      ko: '모든 파일의 스키마(예: PaymentCallback). "auto"는 달리 알 수 없을 때 모양으로 찾습니다',
    },
  },
  operation: {
    type: 'string',
    value: 'ID',
    description: {
      en: 'Operation that the files are bodies of, such as getPayment',
      ko: '모든 파일을 본문으로 하는 작업(예: getPayment)',
    },
  },
  status: {
    type: 'string',
    value: 'STATUS',
    description: {
      en: 'Which body of --operation: a status, "request" or "webhook". Default: 200',
      ko: '--operation의 본문: 상태 코드, "request" 또는 "webhook". 기본값: 200',
    },
  },
  ...CONFIG_FLAGS,
  explain: {
    type: 'boolean',
    description: {
      en: 'Print which schema was used for each file, and why',
      ko: '파일마다 어떤 스키마를 왜 썼는지 출력합니다',
    },
  },
  generated: {
    type: 'string',
    value: 'DIR',
    description: {
      en: 'Folder with the generated validators. Default: generated here, else the installed iamport-kit',
      ko: '생성된 검증기가 있는 폴더. 기본값: 여기의 generated, 없으면 설치된 iamport-kit',
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;
