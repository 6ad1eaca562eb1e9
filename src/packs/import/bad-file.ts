/** The whole file cannot be read: not what it is said to be, broken, or meant to harm. A bad item never is one. */
export interface BadFile {
  readonly type: 'BadFile';
  /** A sentence that an author understands. */
  readonly message: string;
  /** From 1; null where no line can be named. */
  readonly line: number | null;
}

export const badFile = (message: string, line: number | null = null): BadFile => ({ type: 'BadFile', message, line });
