import { accessSync, constants } from 'node:fs';
import path from 'node:path';

import { RULESETS, type Ruleset } from '../config/ruleset.js';
import type { Language, Texts } from '../messages/entry.js';
import { CONFIG_FLAGS, openConfig } from './config-flags.js';
import type { Command, Invocation } from './command.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { findSpec, type SpecFile } from '../files/project.js';
import { readLanguage } from '../messages/language.js';
import { reasonOf } from '../files/reason-of.js';
import { openReporter } from './open-reporter.js';
import { REPORT_FLAGS } from './report-flags.js';
import type { RuleLevels } from '../report/rule-levels.js';
import { summarise } from '../report/summary.js';
import { UsageError } from '../messages/usage-error.js';
import { WATCH_FLAG } from './watch-flag.js';
import { readHosts, REMOTE_FLAG } from './remote-flag.js';

/** `iamport-kit lint`: findings about a spec or an overlay. */
export const lintCommand: Command = {
  name: 'lint',
  summary: {
    en: "Check an OpenAPI document or overlay: Redocly's recommended rules and our own",
    ko: 'OpenAPI 문서나 오버레이를 Redocly의 권장 규칙과 자체 규칙으로 검사합니다',
  },
  usage: '[SPEC | OVERLAY] [--format FORMAT] [--output FORMAT=FILE]… [--rule CODE=LEVEL]…',
  flags: {
    ruleset: {
      type: 'string',
      value: 'SET',
      description: {
        en: "structure: what OpenAPI demands; recommended: and Redocly's style, as warnings; iamport: and our rules. Default: iamport for documents of this API, else recommended",
        ko: 'structure: OpenAPI가 요구하는 것만, recommended: 여기에 Redocly 권장 규칙(경고), iamport: 여기에 자체 규칙. 기본값: 이 API의 문서는 iamport, 다른 문서는 recommended',
      },
    },
    spec: {
      type: 'string',
      value: 'FILE',
      description: {
        en: 'The document that the overlay applies to. Default: its "extends"',
        ko: '오버레이를 적용할 문서. 기본값: 오버레이의 "extends"',
      },
    },
    ...CONFIG_FLAGS,
    'allow-remote': REMOTE_FLAG,
    watch: WATCH_FLAG,
    ...REPORT_FLAGS,
  },
  examples: [
    'iamport-kit lint',
    'iamport-kit lint openapi.yaml --rule operation-4xx-response=off',
    'iamport-kit lint --format github --output sarif=lint.sarif',
    'iamport-kit lint --update-baseline --reason "before the rewrite" --until 2027-01-31',
    'iamport-kit lint overlay.yaml --spec openapi.yaml',
  ],
  async run(invocation) {
    if (invocation.positionals.length > 1) throw new UsageError('one-document');
    const spec = findSpec(invocation.positionals[0], invocation.cwd);
    checkThere(spec, invocation.positionals.length > 0);
    if (!invocation.isSet('watch')) return (await lintOnce(spec, invocation)).code;
    const { watchDocument } = await import('../watch/watch-document.js');
    return watchDocument(
      spec.file,
      { ...invocation, language: readLanguage(invocation) },
      async () => (await lintOnce(spec, invocation)).files,
    );
  },
};

function checkThere({ file, shownAs }: SpecFile, isGiven: boolean): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    const cure = isGiven ? {} : { cure: 'document' as const };
    throw new UsageError('file-unreadable', { file: shownAs, reason: reasonOf(cause), ...cure }, { cause });
  }
}

async function lintOnce(
  spec: SpecFile,
  invocation: Invocation,
): Promise<{ readonly code: number; readonly files: readonly string[] }> {
  const config = await openConfig(invocation);
  const rules = readRuleset(invocation, config.ruleset);
  const reporter = await openReporter(invocation, config, 'lint');
  const { diagnostics, files } = await lintFile(spec, invocation, { rules, levels: reporter.levels });
  const { addExcerpts } = await import('../lint/add-excerpts.js');
  reporter.add(addExcerpts(diagnostics, invocation.cwd));
  reporter.markScanned(files);
  const code = await reporter.finish((totals, language) => summarise(totals, { document: spec.shownAs }, language));
  return { code, files };
}

interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

interface RuleChoice {
  readonly rules: Ruleset | 'auto';
  readonly levels: RuleLevels;
}

async function lintFile({ file, shownAs }: SpecFile, invocation: Invocation, choice: RuleChoice): Promise<Linted> {
  const { cwd } = invocation;
  const hosts = readHosts(invocation);
  // Imported late: Redocly loads slowly, and `--help` does not need it.
  const { lintOverlayFile, openOverlayFile } = await import('../lint/lint-overlay-file.js');
  const given = invocation.text('spec');
  const overlay = await openOverlayFile({ file, shownAs, hosts, isExpected: given !== undefined });
  if (overlay !== undefined) {
    const target = given === undefined ? undefined : path.resolve(cwd, given);
    const { diagnostics, spec } = await lintOverlayFile(overlay, { spec: target, cwd, ...choice });
    if (spec === undefined) invocation.stderr(noTargets(shownAs, readLanguage(invocation)));
    return { diagnostics, files: [file] };
  }
  if (given !== undefined) throw new UsageError('spec-without-overlay', { place: `${shownAs}:1:1` });
  const [{ loadSpec }, { lintSpec }] = await Promise.all([
    import('../files/load-spec.js'),
    import('../lint/lint-spec.js'),
  ]);
  const spec = await loadSpec(file, shownAs, { hosts, cwd });
  const diagnostics = await lintSpec(spec, choice);
  return { diagnostics, files: [...new Set([...spec.resolver.cache.keys(), ...spec.resolver.getFiles()])] };
}

function noTargets(overlay: string, language: Language): string {
  const words: Texts = {
    en: `targets in ${overlay} were not checked; pass the document with --spec`,
    ko: `${overlay}의 대상은 찾아보지 않았습니다. --spec으로 문서를 주세요`,
  };
  return `iamport-kit: ${words[language]}\n`;
}

function readRuleset(invocation: Invocation, configured: Ruleset | undefined): Ruleset | 'auto' {
  const given = invocation.text('ruleset');
  if (given === undefined) return configured ?? 'auto';
  const ruleset = RULESETS.find((name) => name === given);
  if (ruleset !== undefined) return ruleset;
  throw new UsageError('unknown-name', { kind: 'ruleset', name: given, known: RULESETS });
}
