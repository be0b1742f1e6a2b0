/** Functions of `validators/runtime.js` that validators may call. */
export type RuntimeFunction = 'addIssue' | 'addIssues' | 'check' | 'isLonger' | 'isShorter' | 'equal';

/** Notes that a validator calls one of them, and gives the name to call it by. */
export type UseRuntime = (name: RuntimeFunction) => string;
