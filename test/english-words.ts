// Names of things that Korean texts keep as they are: terms of OpenAPI, JSON and the command line, names of programs.
const TERMS = new Set(
  [
    'iamport-kit i mport IMP PortOne OpenAPI Overlay Overlays JSON JSONC YAML NDJSON Schema UTF HTTP URL ID API CI SDK GitHub GitLab',
    'Redocly SARIF JUnit Checkstyle Markdown Ctrl TypeScript RFC MB ms PG CSV TSV UUID IPv4 IPv6 enum const null true false',
    'generate lint validate explain error warning none off warn auto structure recommended iamport request webhook info',
    'FILE GLOB DIR TEXT DATE NAME STATUS CODE LEVEL FORMAT SET SPEC OVERLAY TAG HOST FILES LANG COLUMN PERCENT VALUE COMMAND options',
  ]
    .join(' ')
    .split(' '),
);

/**
 * The English words in a Korean text. Not counted: flags, file names and paths, identifiers (with a digit, `_`, `.`, `/` or
 * capitals inside), anything in quotes or back-ticks, {@link TERMS}, and `allowed`: names that the run itself brought in.
 */
export function englishWordsIn(text: string, allowed: readonly string[] = []): string[] {
  const rest = allowed.reduce((left, name) => left.replaceAll(name, ' '), text);
  const unquoted = rest.replace(/"[^"\n]*"|`[^`\n]*`|'[^'\n]*'|<[^>\n]*>/g, ' ').replace(/https?:\/\/\S+/g, ' ');
  const words = unquoted.match(/[-\w$./*~@#:=]*[A-Za-z][-\w$./*~@#:=]*/g) ?? [];
  return words
    .map((word) => word.replace(/[.:]+$/, ''))
    .filter((word) => !/^-|[\d_./*~@#=]|[a-z][A-Z]/.test(word) && !TERMS.has(word));
}
