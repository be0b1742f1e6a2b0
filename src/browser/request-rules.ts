/** The rules of a browser SDK request, generated from the spec. */
export interface RequestRules {
  /** Property that names the gateway, as in `nice_v2` or `nice_v2.{MID}`. */
  readonly gatewayProperty: string;
  readonly shape: Shape;
  /** Names of other versions and common misspellings → the right name; `''` if there is none. */
  readonly otherNames: Readonly<Record<string, string>>;
  /** Known values of open lists, by property. */
  readonly lists: Readonly<Record<string, readonly (string | number)[]>>;
  readonly rules: readonly RequestRule[];
}

/** A rule of `x-invariants`. Its message has the same index in the list of texts. */
export interface RequestRule {
  /** Default: error. */
  readonly severity?: 'warning';
  /** Gateways it applies to, separated by spaces. Default: all. */
  readonly on?: string;
  /** Gateways it does not apply to. */
  readonly except?: string;
  readonly when?: Condition;
  /** All of them must hold. */
  readonly check: readonly Condition[];
  /** Property to report. Default: the first that the broken condition reads. */
  readonly at?: string;
}

/** A literal, or an operator with its operands; `.` is followed by the steps of a path. */
export type Condition = string | number | boolean | readonly Condition[];

/**
 * Types of a value: letters for a scalar (`s` string, `n` number, `i` integer, `b` boolean, `o` object, `0` null) with
 * a lower bound (`n>=0`) or a pattern (`s/^[0-9]*$`) behind them; a list of one shape for an array; of several for
 * alternatives; an object of shapes, with `!` behind the names that are required. `''` is anything.
 */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** Messages in one language. */
export interface RequestTexts {
  /** Messages of the rules, in their order. */
  readonly rules: readonly string[];
  readonly type: (fault: TypeFault) => string;
  readonly required: (name: string) => string;
  readonly form: (name: string) => string;
  readonly least: (name: string, least: number) => string;
  readonly unknownName: (name: string, other: string | undefined) => string;
  readonly unknownValue: (name: string) => string;
}

/** A value of the wrong type. */
export interface TypeFault {
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
