import type { ListedEntry } from '../../messages/entry.js';
import { compareText } from '../../messages/diagnostic.js';
import { codeUrl, DOCS_URL } from '../docs-url.js';
import { printableJson } from '../printable.js';
import type { Report, Reported } from '../report.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json';

/** A log in SARIF 2.1.0, for code scanning of GitHub, Azure DevOps and editors. */
export function formatSarif(report: Report): string {
  const codes = [...new Set(report.findings.map(({ code }) => code))].sort(compareText);
  const driver = {
    name: 'iamport-kit',
    semanticVersion: report.version,
    informationUri: DOCS_URL,
    rules: codes.map((code) => ruleOf(code, report)),
  };
  const run = {
    tool: { driver },
    // Without this, some readers count UTF-8 bytes.
    columnKind: 'utf16CodeUnits',
    language: report.language === 'ko' ? 'ko-KR' : 'en-US',
    results: report.findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
  };
  return printableJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

function ruleOf(code: string, { entries, language }: Report): object {
  const entry: ListedEntry | undefined = entries[code];
  if (entry === undefined) return { id: code };
  const [title, cause, fix] = [entry.title[language], entry.cause[language], entry.fix[language]];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: `${cause}\n\n${fix}`, markdown: `${cause}\n\n**${fix}**` },
    helpUri: codeUrl(code, language),
    defaultConfiguration: { level: entry.severity },
  };
}

function resultOf({ code, severity, message, hint, at, fingerprint }: Reported, ruleIndex: number): object {
  const { file, pointer, line, column, length } = at;
  const region = { startLine: line, startColumn: column, ...(length && { endColumn: column + length }) };
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === '' ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: { artifactLocation: locationOf(file), region },
        ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
    partialFingerprints: { 'iamportKit/v1': fingerprint },
  };
}

/** A path is relative to the root of the repository, which readers know. A URL is absolute. */
function locationOf(file: string): object {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) return { uri: encodeURI(file.toWellFormed()) };
  return { uri: uriOf(file), uriBaseId: '%SRCROOT%' };
}

/** A path as a URI reference: a colon in its first segment would read as a scheme. */
function uriOf(file: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  const segments = file.split('/').map((segment) => encodeURIComponent(segment.toWellFormed()));
  return segments.join('/');
}
