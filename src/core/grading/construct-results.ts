import type { TestResult } from '../../../db/models/exercise-attempt.ts';
import type { ConstructFinding } from '../constructs/finding.ts';

/** A rule about constructs that is broken, as one more result: named by the construct, with where it was found. */
export const constructResult = ({ kind, rule, places }: ConstructFinding): TestResult => ({
  id: `constructs/${kind}/${rule.construct}`,
  name: rule.construct,
  isVisible: true,
  passed: false,
  called: null,
  expected: null,
  got: places.length === 0 ? null : places.map(({ file, line }) => `${file}:${line}`).join(', '),
  message: rule.say,
});
