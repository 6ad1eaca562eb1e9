import type { CodeLanguage } from '../../../db/models/enums.ts';

/** What a track's files are called in a language, where no config.json says it. */
export interface Habits {
  readonly isCode: RegExp;
  readonly isTest: RegExp;
  /** Whether a file that is listed among the tests holds any, or is their helper. */
  readonly holdsTests: RegExp;
  /** The file that an exercise of this slug is solved in. */
  readonly fileOf: (slug: string) => string;
}

const CALLS_TESTS = /\b(?:[xf]?(?:it|test|describe)|suite)\s*(?:\.\s*\w+\s*)*[(`]/;

export const HABITS: { readonly [language in CodeLanguage]: Habits } = {
  python: {
    isCode: /\.py$/,
    isTest: /(?:^|\/)(?:test_[^/]*|[^/]*_tests?)\.py$/,
    holdsTests: /^\s*(?:async\s+)?def\s+test|^class\s+\w+\(.*TestCase\b/m,
    fileOf: (slug) => `${slug.replaceAll('-', '_')}.py`,
  },
  javascript: {
    isCode: /\.[cm]?js$/,
    isTest: /[.-](?:spec|test)\.[cm]?js$/,
    holdsTests: CALLS_TESTS,
    fileOf: (slug) => `${slug}.js`,
  },
  typescript: {
    isCode: /(?<!\.d)\.[cm]?ts$/,
    isTest: /[.-](?:spec|test)\.[cm]?ts$/,
    holdsTests: CALLS_TESTS,
    fileOf: (slug) => `${slug}.ts`,
  },
};

/** Tests of types alone, which a type checker reads and nobody runs. */
export const isTypeTest = (file: string): boolean => /\.tst\.[cm]?ts$/.test(file);
