/**
 * What is used of it. The types that others publish for it drag Node's along, into rooms that must not know Node. It is one
 * object: a bundler finds its parts by name too, Node does not.
 */
declare module 'papaparse' {
  export interface ParseError {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    /** From 0. */
    readonly row?: number;
  }
  export interface ParseResult<Row> {
    readonly data: Row[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly delimiter: string; readonly linebreak: string; readonly truncated: boolean };
  }
  export interface ParseConfig {
    readonly delimiter?: string;
    readonly delimitersToGuess?: readonly string[];
    readonly newline?: '\r' | '\n' | '\r\n';
    readonly quoteChar?: string;
    readonly escapeChar?: string;
    readonly comments?: boolean | string;
    readonly preview?: number;
    readonly skipEmptyLines?: boolean | 'greedy';
  }
  export interface UnparseConfig {
    readonly delimiter?: string;
    readonly newline?: string;
    readonly quotes?: boolean | readonly boolean[];
    readonly escapeFormulae?: boolean | RegExp;
  }
  const papaparse: {
    parse<Row extends readonly string[]>(text: string, config?: ParseConfig): ParseResult<Row>;
    unparse(rows: readonly (readonly string[])[], config?: UnparseConfig): string;
  };
  export default papaparse;
}
