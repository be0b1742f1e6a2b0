import { groupBy } from '../../json/group-by.js';
import type { Report, Reported } from '../report.js';
import { escapeXml, XML_HEADER } from './xml.js';

/** Checkstyle XML, for Jenkins, TeamCity and reviewdog. */
export function formatCheckstyle({ findings }: Report): string {
  const files = [...groupBy(findings, ({ at }) => at.file)].map(
    ([file, found]) => `  <file name="${escapeXml(file)}">\n${found.map(formatOne).join('')}  </file>\n`,
  );
  return `${XML_HEADER}<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
}

function formatOne({ at, severity, message, code }: Reported): string {
  const attributes = {
    line: String(at.line),
    column: String(at.column),
    severity,
    message,
    source: `iamport-kit.${code}`,
  };
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  return `    <error ${pairs.join(' ')}/>\n`;
}
