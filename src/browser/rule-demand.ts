/** What a simple rule demands, in parts that sentences of any language are made of. */
export interface Demand {
  /** Parameters that must be given, or the one whose value is limited. */
  readonly names: readonly string[];
  /** Values to choose from, or the one that is the limit; none where the parameters only have to be given. */
  readonly values: readonly string[];
  /** How the value is limited: `{` at most, `}` at least, `#` none of these, `^` left out; one of these otherwise. */
  readonly how: string;
  /** What is limited: `l` the characters of a text, `b` its bytes, `.` the value itself. */
  readonly of: string;
  /** When it is demanded: a parameter has one of these values, or is given at all where there are none. */
  readonly when?: Pick<Demand, 'names' | 'values'>;
  readonly isError: boolean;
}

/** Reads a rule whose sentence is made from the rule itself: its text is empty. */
export function demandOf([head = '', premise = '', conditions = '']: readonly string[]): Demand {
  const clauses = conditions.split(' ; ').map(clauseOf);
  return {
    ...clauseOf(conditions),
    names: clauses.flatMap(({ names }) => names),
    ...(/^[?=@]/.test(premise) && { when: clauseOf(premise) }),
    isError: !head.startsWith('?'),
  };
}

/** `?path`, `!path`, `%path`, `^ ?path`, `= .path value`, `# .path value`, `{ .path value`, `} .path value` or `@n value … .path`. */
function clauseOf(text: string): Pick<Demand, 'names' | 'values' | 'how' | 'of'> {
  const tokens = text.split(' ');
  const paths = tokens.filter((token) => /^[.?!%lb]/.test(token));
  const values = tokens.filter((token) => /^["\dtf]/.test(token)).map(valueOf);
  return {
    names: paths.map((path) => path.slice(1).replace('.[]', '[]')),
    values,
    how: text[0] ?? '',
    of: paths[0]?.[0] ?? '',
  };
}

function valueOf(token: string): string {
  return token === 't' ? 'true' : token === 'f' ? 'false' : token.replace('"', '').replaceAll('␠', ' ');
}
