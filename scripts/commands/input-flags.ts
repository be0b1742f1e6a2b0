import { loadConfig, noConfig } from '../config/load-config.js';
import type { LoadedConfig } from '../config/parse-config.js';
import type { FindOptions } from '../files/find-files.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { option, repeatable, toggle, type Flag, type Flags } from './flag.js';

/** Flags of every command that takes files, folders and globs. */
export const SEARCH_FLAGS: Flags = {
  ignore: repeatable('GLOB', {
    en: 'Files to leave out, in the syntax of .gitignore. An argument such as "!old/**" does the same',
    ko: '검사하지 않을 파일(.gitignore 문법). "!old/**" 같은 인자도 같습니다',
  }),
  'stdin-name': option('FILE', {
    en: 'File name for stdin; its extension sets the format, its folder may name the schema',
    ko: '표준 입력의 이름. 확장자로 형식을, 폴더로 스키마를 정합니다',
  }),
};

/** Reads the flags for finding files. */
export function searchOptions(invocation: Invocation): FindOptions {
  return {
    cwd: invocation.cwd,
    stdinName: invocation.text('stdin-name'),
    ignored: invocation.texts('ignore'),
  };
}

/** `--config` and `--no-config`, for every command that reads a config. */
export const CONFIG_FLAGS: Flags = {
  config: option('FILE', {
    en: 'Config file. Default: iamport-kit.config.json, .yaml or .ts, here or above in the repository',
    ko: '설정 파일. 기본값: 이 폴더나 저장소의 상위 폴더에 있는 iamport-kit.config.json, .yaml, .ts',
  }),
  'no-config': toggle({
    en: 'Read no config file. A .ts config is a program, and is run',
    ko: '설정 파일을 읽지 않습니다. .ts 설정은 프로그램이라 실행됩니다',
  }),
};

/**
 * Loads the config that the flags name, or the one that is found.
 *
 * @throws {UsageError} when it cannot be read, or is wrong.
 */
export async function openConfig(invocation: Invocation): Promise<LoadedConfig> {
  if (invocation.isSet('no-config')) return noConfig(invocation.cwd);
  return loadConfig(invocation.cwd, invocation.text('config'));
}

/** `--allow-remote`, for every command that reads a spec. */
export const REMOTE_FLAG: Flag = repeatable('HOST,…', {
  en: 'Hosts from which references may be fetched over https. Default: none',
  ko: '$ref를 https로 가져와도 되는 호스트. 기본값: 없음',
});

/**
 * Reads `--allow-remote`.
 *
 * @throws {UsageError} if a value is not a host name.
 */
export function readHosts(invocation: Invocation): string[] {
  const hosts = splitList(invocation.texts('allow-remote'));
  const wrong = hosts.find((host) => !/^[\w.-]+(:\d+)?$/.test(host));
  if (wrong !== undefined) throw new UsageError('flag-value', { flag: 'allow-remote', given: wrong });
  return hosts;
}

/** The members of comma-separated lists. */
export function splitList(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',').map((member) => member.trim()));
}

/** `--watch`, for commands that check files. */
export const WATCH_FLAG: Flag = toggle({
  en: 'Check files again when they change, until Ctrl-C',
  ko: '바뀐 파일을 다시 검사합니다. 끝내려면 Ctrl-C',
});
