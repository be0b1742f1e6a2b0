import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runAction } from '../cli/github-action.js';

const WEBHOOK = '{ "imp_uid": "imp_1", "merchant_uid": "o", "status": "paid" }';
const BROKEN = WEBHOOK.replace('"imp_1"', '1');

const CONFIG = `import { defineConfig } from '@iamport-kit/cli';

export default defineConfig({
  fixtures: [{ files: 'recorded/**', schema: 'PaymentWebhook' }],
  rules: { 'fixture/unknown-property': 'error' },
});
`;

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], cwd: string, bin?: string): Promise<Ran> {
  const env = { ...process.env, ...(bin !== undefined && { PATH: `${bin}:${process.env.PATH ?? ''}` }) };
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Tests of the installed program as people, the action and pre-commit call it. `project` is where it is installed. */
export function describeInstalledCommands(project: string, compile: (...args: string[]) => Promise<string>): void {
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  };
  const npx = (...args: string[]): Promise<Ran> => run('npx', ['--no', '--', 'iamport-kit', ...args], project);
  beforeAll(() => {
    put('iamport-kit.config.ts', CONFIG);
    put('recorded/good.json', WEBHOOK);
    put('recorded/unknown.json', WEBHOOK.replace('{', '{ "stats": "paid",'));
    put('stray/webhook.json', BROKEN);
  });
  afterAll(() => rmSync(path.join(project, 'iamport-kit.config.ts')));

  it('validates, lints and shows its help', async () => {
    put('callback.json', '{ "imp_uid": "imp_1", "merchant_uid": "o" }');
    expect((await npx('validate', 'callback.json', '--schema', 'PaymentCallback')).stdout).toMatch(/^1 file valid/);
    expect((await npx('lint')).stdout).not.toContain(' error ');
    expect((await npx('--help')).stdout).toContain('Usage: iamport-kit');
  });

  it('speaks Korean, and writes Korean comments from the document that came with it', async () => {
    put('korean/bad.json', BROKEN);
    const { stdout } = await npx('validate', 'korean/bad.json', '--schema', 'PaymentWebhook', '--lang', 'ko');
    expect(stdout).toContain('imp_uid');
    expect(stdout).toMatch(/문제 \d+건/);
    const [korean, english] = ['src/korean', 'src/english'];
    const generate = ['generate', '--include', 'payments', '--out'];
    expect((await npx(...generate, korean, '--lang', 'ko')).code).toBe(0);
    expect((await npx(...generate, english)).code).toBe(0);
    const [inKorean = '', inEnglish = ''] = [korean, english].map((folder) =>
      readFileSync(path.join(project, folder, 'models.ts'), 'utf8'),
    );
    expect(inKorean).toContain('/** 아임포트 거래고유번호.');
    expect(inEnglish).not.toMatch(/\p{Script=Hangul}{3}/u);
    // The same code: only comments differ.
    expect(withoutComments(inKorean)).toBe(withoutComments(inEnglish));
    expect((await npx(...generate, korean, '--lang', 'ko', '--check')).code).toBe(0);
    rmSync(path.join(project, korean), { recursive: true });
    rmSync(path.join(project, english), { recursive: true });
  });

  it('brings the Korean document, and the overlay that makes it', () => {
    const { exports } = JSON.parse(
      readFileSync(path.join(project, 'node_modules/iamport-kit/package.json'), 'utf8'),
    ) as {
      exports: Record<string, string>;
    };
    const read = (name: string): string =>
      readFileSync(path.join(project, 'node_modules/iamport-kit', exports[name] ?? ''), 'utf8');
    const document = JSON.parse(read('./openapi.ko.json')) as { info: { title: string } };
    expect(document.info.title).toBe('아임포트(포트원 V1) 결제 API');
    expect(read('./overlays/ko.yaml')).toContain('x-translates: ko');
  });

  it('takes a config in TypeScript, whose types are right', async () => {
    const { code, stdout } = await npx('validate', 'recorded', '--format', 'compact');
    expect({ code, found: stdout.split('\n')[0] }).toEqual({
      code: 1,
      found:
        'recorded/unknown.json:1:3: error: stats is not a known property of the document; did you mean "status"? [fixture/unknown-property]',
    });
    expect(await compile('--noEmit', '--strict', '--module', 'nodenext', 'iamport-kit.config.ts')).toBe('');
  });

  it('tells schemas by shape, and writes SARIF', async () => {
    const { code, stdout } = await npx('validate', 'stray', '--schema', 'auto', '--format', 'sarif');
    const { runs } = JSON.parse(stdout) as { runs: { results: { ruleId: string }[] }[] };
    expect({ code, found: runs[0]!.results.map(({ ruleId }) => ruleId) }).toEqual({
      code: 1,
      found: ['fixture/type'],
    });
  });

  it('explains, and speaks Korean', async () => {
    expect((await npx('explain', 'fixture/type', '--lang', 'ko')).stdout).toContain('해결');
    expect((await npx('validate', 'nowhere', '--lang', 'ko')).stderr).toContain(
      'iamport-kit: nowhere를 읽을 수 없습니다(파일이 없음)\n',
    );
  });

  it('runs in the action', async () => {
    const inputs = { paths: 'recorded\nstray', args: '--schema=PaymentWebhook', 'sarif-file': 'out/found.sarif' };
    mkdirSync(path.join(project, 'out'), { recursive: true });
    const { code, stdout, outputs } = await runAction(inputs, { workspace: project });
    expect(stdout).toMatch(/^::error file=stray\/webhook\.json,line=1,/m);
    expect({ code, outputs }).toEqual({ code: 1, outputs: { 'exit-code': '1', 'sarif-file': './out/found.sarif' } });
    expect(readFileSync(path.join(project, 'out/found.sarif'), 'utf8')).toContain('"version": "2.1.0"');
    expect((await runAction({ paths: 'recorded/good.json' }, { workspace: project })).code).toBe(0);
  });
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ');
}
