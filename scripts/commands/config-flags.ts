import { loadConfig } from '../config/load-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Flag, Invocation } from './command.js';

/** `--config` and `--no-config`, for every command that reads a config. */
export const CONFIG_FLAGS: Readonly<Record<'config' | 'no-config', Flag>> = {
  config: {
    type: 'string',
    value: 'FILE',
    description: {
      en: 'Config file. Default: iamport-kit.config.json, .yaml or .ts, here or above in the repository',
      ko: '설정 파일. 기본값: 이 폴더나 저장소의 상위 폴더에 있는 iamport-kit.config.json, .yaml, .ts',
    },
  },
  'no-config': {
    type: 'boolean',
    description: {
      en: 'Read no config file. A .ts config is a program, and is run',
      ko: '설정 파일을 읽지 않습니다. .ts 설정은 프로그램이라 실행됩니다',
    },
  },
};

/**
 * Loads the config that the flags name, or the one that is found.
 *
 * @throws {UsageError} when it cannot be read, or is wrong.
 */
export async function openConfig(invocation: Invocation): Promise<LoadedConfig> {
  if (invocation.isSet('no-config')) return { folder: invocation.cwd, errorAt: (_pointer, problem) => problem };
  return loadConfig(invocation.cwd, invocation.text('config'));
}
