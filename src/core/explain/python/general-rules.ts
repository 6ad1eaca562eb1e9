import type { Rule } from '../rule.ts';

const told = (id: string, ...types: readonly string[]): Rule => ({ id: `python-${id}`, types, match: ({ message, type }) => ({ message, type }) });

/** What a type of error means at all, where no rule knows the very mistake. */
export const GENERAL_RULES: readonly Rule[] = [
  told('syntax', 'SyntaxError'),
  told('indentation', 'IndentationError'),
  told('name', 'NameError', 'UnboundLocalError'),
  told('type', 'TypeError'),
  told('value', 'ValueError'),
  told('index', 'IndexError', 'LookupError'),
  told('import', 'ImportError', 'ModuleNotFoundError'),
  told('runtime', 'RuntimeError'),
  told('memory', 'MemoryError', 'BufferError'),
  told('arithmetic', 'ArithmeticError', 'FloatingPointError'),
  told('unicode', 'UnicodeError', 'UnicodeEncodeError', 'UnicodeDecodeError', 'UnicodeTranslateError'),
  told('system', 'OSError', 'IOError', 'EnvironmentError', 'InterruptedError', 'ProcessLookupError', 'ChildProcessError', 'ConnectionAbortedError', 'UnsupportedOperation'),
  told('group', 'ExceptionGroup', 'BaseExceptionGroup'),
  told('iteration', 'StopAsyncIteration', 'GeneratorExit'),
  told('warning', 'Warning', 'DeprecationWarning', 'SyntaxWarning', 'UserWarning', 'RuntimeWarning', 'FutureWarning', 'ResourceWarning'),
  { id: 'python-other', types: null, match: ({ message, type }) => ({ message, type }) },
];
