// One page for each schema.
import { operationsOf, refName } from './document.mjs';
import { blocks, cell, fence, firstSentence, prose, table } from './markdown.mjs';
import { operationPath } from './operations.mjs';
import { objectTable } from './types.mjs';

/** Pages of every schema, and one with the list of all. */
export function schemaPages(context) {
  const { document, words } = context;
  const schemas = Object.entries(document.components.schemas).filter(([, schema]) => !schema['x-enum-name']);
  const users = usersOf(document);
  const list = {
    path: 'reference/schemas',
    title: words.schemas,
    description: words.schemasText,
    body: blocks(
      words.schemasText,
      table(
        [words.name, words.text],
        schemas.map(([name, schema]) => [`[${name}](./${name.toLowerCase()}/)`, firstSentence(schema.description)]),
      ),
    ),
  };
  return [list, ...schemas.map(([name, schema]) => schemaPage(name, schema, { ...context, up: '../../../', users }))];
}

function schemaPage(name, schema, page) {
  const { words, language, users } = page;
  const conditions = (schema['x-invariants'] ?? []).map((each) => [
    `\`${each.id}\``,
    (language === 'ko' && each['x-description-ko']) || each.description,
    `\`${[each.when && `${each.when} → `, each.check].filter(Boolean).join('')}\``,
  ]);
  return {
    path: `reference/schemas/${name.toLowerCase()}`,
    title: name,
    description: firstSentence(schema.description),
    body: blocks(
      prose(schema.description),
      `## ${words.properties}`,
      objectTable(schema, page),
      conditions.length > 0 && [`## ${words.conditions}`, table(['', words.text, ''], conditions)],
      users.has(name) && [
        `## ${words.usedBy}`,
        [...users.get(name)]
          .map(([path, { id, summary }]) => `- [\`${id}\`](${page.up}${path}/) ${cell(summary)}`)
          .join('\n'),
      ],
      `## ${words.validator}`,
      fence(
        'ts',
        `import { check${name} } from 'iamport-kit/validators/${name}';

const checked = check${name}(JSON.parse(text));
if (!checked.ok) console.error(checked.issues);`,
      ),
      `${words.jsonSchema}: \`iamport-kit/schemas/${name}.json\``,
    ),
  };
}

/** Schema → operations whose body or answers name it. */
function usersOf(document) {
  const users = new Map();
  for (const each of operationsOf(document)) {
    const { id, operation } = each;
    const visit = (node) => {
      if (node === null || typeof node !== 'object') return;
      const name = refName(node);
      if (name && node.$ref.includes('/schemas/'))
        users.set(name, (users.get(name) ?? new Map()).set(operationPath(each), { id, summary: operation.summary }));
      Object.values(node).forEach(visit);
    };
    visit({ body: operation.requestBody, responses: operation.responses });
  }
  return users;
}
