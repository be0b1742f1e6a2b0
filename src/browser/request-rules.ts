/** What a request of the browser SDK must keep to, as generated from the spec. */
export interface RequestRules {
  /** Property that names the gateway, as in `nice_v2` or `nice_v2.{MID}`. */
  readonly gatewayProperty: string;
  readonly shape: Shape;
  /** Names of other versions and misspelt ones: what to write instead; `''` for nothing. */
  readonly otherNames: Readonly<Record<string, string>>;
  /** Values known of open lists, by property. */
  readonly lists: Readonly<Record<string, readonly (string | number)[]>>;
  readonly rules: readonly RequestRule[];
}

/** A rule of `x-invariants`. Its sentence stands at the same index in a list of texts. */
export interface RequestRule {
  /** Error when left out. */
  readonly severity?: 'warning';
  /** Gateways it applies to, separated by blanks; all when left out. */
  readonly on?: string;
  /** Gateways it does not apply to. */
  readonly except?: string;
  readonly when?: Condition;
  /** All of it must hold. */
  readonly check: readonly Condition[];
  /** Property to blame; else the first that the broken condition reads. */
  readonly at?: string;
}

/** A literal, or an operator with its operands; `.` stands before the steps of a path. */
export type Condition = string | number | boolean | readonly Condition[];

/**
 * Types of a value: letters for a scalar (`s` string, `n` number, `i` integer, `b` boolean, `o` object, `0` null) with a lower
 * bound (`n>=0`) or a pattern (`s/^[0-9]*$`) behind them; a list of one shape for an array; of several for alternatives; an
 * object of shapes, with `!` behind the names that are required. `''` is anything.
 */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** Sentences in one language. */
export interface RequestTexts {
  /** Of the rules, in their order. */
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
  /** Letter of a shape, `a` for an array, or `x` for what JSON cannot hold. */
  readonly got: string;
  /** The value in the right type, where it is clear. */
  readonly write?: number | boolean | undefined;
}

/** One finding about a request. */
export interface RequestIssue {
  /** `error`: an official page or the SDK refuses it. `warning`: shops get by, but it is a slip. */
  readonly severity: 'error' | 'warning';
  /** What it is about. */
  readonly kind: 'type' | 'required' | 'form' | 'least' | 'rule' | 'unknown-name' | 'unknown-value';
  /** JSON Pointer into the request; `''` for a property that is missing. */
  readonly pointer: string;
  /** In the language of the check. Holds no value of the request but numbers and booleans. */
  readonly message: string;
  /** Gateway whose rule it is. */
  readonly pg?: string;
}
