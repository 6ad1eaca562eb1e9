import type { CodeLanguage } from '../../../db/models/enums.ts';

/** What a new course's lesson shows in one language: the same program, written as its people write it. */
export interface Sample {
  /** Shown in the text, by the name of its language. */
  readonly shown: string;
  readonly predicted: string;
  /** A wrong reading of it, and what to say. */
  readonly misread: { readonly answer: string; readonly say: string };
  readonly file: string;
  readonly name: string;
  /** The function's lines around what it gives back. */
  readonly written: (result: string) => string;
}

export const SAMPLES: { readonly [L in CodeLanguage]: Sample } = {
  python: {
    shown: 'length = 125\nprint(length // 60)   # whole hours: 2\nprint(length % 60)    # what is left: 5',
    predicted: 'length = 200\nprint(length // 60)\nprint(length % 60)',
    misread: { answer: '3.33\n20', say: 'One slash would divide down to the last digit. With two, `//` keeps the whole hours only.' },
    file: 'minutes.py',
    name: 'total_minutes',
    written: (result) => `def total_minutes(hours, minutes):\n    return ${result}`,
  },
  javascript: {
    shown: 'const length = 125;\nconsole.log(Math.floor(length / 60));   // whole hours: 2\nconsole.log(length % 60);               // what is left: 5',
    predicted: 'const length = 200;\nconsole.log(Math.floor(length / 60));\nconsole.log(length % 60);',
    misread: { answer: '3.33\n20', say: 'The slash alone divides down to the last digit. `Math.floor` keeps the whole hours only.' },
    file: 'minutes.js',
    name: 'totalMinutes',
    written: (result) => `function totalMinutes(hours, minutes) {\n  return ${result};\n}`,
  },
  typescript: {
    shown: 'const length: number = 125;\nconsole.log(Math.floor(length / 60));   // whole hours: 2\nconsole.log(length % 60);               // what is left: 5',
    predicted: 'const length: number = 200;\nconsole.log(Math.floor(length / 60));\nconsole.log(length % 60);',
    misread: { answer: '3.33\n20', say: 'The slash alone divides down to the last digit. `Math.floor` keeps the whole hours only.' },
    file: 'minutes.ts',
    name: 'totalMinutes',
    written: (result) => `function totalMinutes(hours: number, minutes: number): number {\n  return ${result};\n}`,
  },
};
