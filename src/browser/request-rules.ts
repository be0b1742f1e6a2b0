import type { Demand } from './rule-demand.js';

/** The rules of a browser SDK request, generated from the spec. */
export interface RequestRules {
  /** Property that names the gateway, as in `nice_v2` or `nice_v2.{MID}`. */
  readonly gatewayProperty: string;
  /** Gateway codes, separated by spaces. Rules use one character for each: its index plus 65, or plus 256 from 58 on. */
  readonly gateways: string;
  readonly shape: Shape;
  /** Names of other versions and common misspellings → the right name; `''` if there is none. */
  readonly otherNames: Readonly<Record<string, string>>;
  /** Known values of open lists, separated by spaces, by property. */
  readonly lists: Readonly<Record<string, string>>;
  /**
   * The rules of `x-invariants`: `<gateways> | <premise> | <conditions> | <property to report>`. The message of a rule has the
   * same index in the list of texts.
   *
   * `?` before the gateways is a warning, `~` means all but these; no gateways mean all. Conditions are in prefix notation, and
   * `;` separates them. A token with a path reads it: `.a.b` its value, `?` whether it is given, `!` whether it is more than empty,
   * `%` every item, `i` integral, `l` length, `b` bytes, `n` count. Others: `"text`, numbers, `t`, `f`, `^` not, `&` and, `v` or,
   * `= # < > { }` for equal, unequal, less, more, at most, at least, `@n` one of the next n, `/pattern` and `*` (sum of products)
   * before paths. `␠` is a space inside a token, `…` in a pattern all gateways.
   */
  readonly rules: readonly string[];
}

/**
 * Types of a value: letters for a scalar (`s` string, `n` number, `i` integer, `b` boolean, `o` object, `0` null) with
 * a lower bound (`n>=0`) or a pattern (`s/^[0-9]*$`) behind them; a list of one shape for an array; of several for
 * alternatives; an object of shapes, with `!` behind the names that are required. `''` is anything.
 */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** A request of a page, as messages name it. */
export type RequestName = 'payment' | 'certification';

/** Messages in one language. */
export interface RequestTexts {
  /** Messages of the rules, in their order; `''` if `demand` makes it from the rule. */
  readonly rules: readonly string[];
  /** First line of an error: how many problems there are, in what. */
  readonly heading: (count: number, what: RequestName) => string;
  readonly demand: (demand: Demand) => string;
  readonly type: (issue: TypeIssue) => string;
  readonly required: (issue: { readonly name: string }) => string;
  readonly form: (issue: { readonly name: string }) => string;
  readonly least: (issue: { readonly name: string; readonly least: number }) => string;
  readonly 'unknown-name': (issue: { readonly name: string; readonly other: string | undefined }) => string;
  readonly 'unknown-value': (issue: { readonly name: string }) => string;
}

/** A value of the wrong type. */
export interface TypeIssue {
  readonly name: string;
  /** Letters of a shape. */
  readonly want: string;
  /** Letter of a shape, `a` for an array, or `x` for values that JSON cannot represent. */
  readonly got: string;
  /** The value in the right type, if it is clear. */
  readonly write?: number | boolean | undefined;
}

/** A problem with a request. */
export interface RequestIssue {
  /**
   * `error`: rejected according to the provider's documentation or the SDK. `warning`: works, but is probably a
   * mistake.
   */
  readonly severity: 'error' | 'warning';
  /** The type of problem. */
  readonly kind: 'type' | 'required' | 'form' | 'least' | 'rule' | 'unknown-name' | 'unknown-value';
  /** JSON Pointer into the request; `''` for a missing property. */
  readonly pointer: string;
  /** In the language of the check. Contains no values of the request except numbers and booleans. */
  readonly message: string;
  /** The gateway of the rule. */
  readonly pg?: string;
}
