/** What a file of tests finds without importing it, in the order in which its function takes them. */
export const TEST_GLOBALS = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'fdescribe',
  'fit',
  'it',
  'jest',
  'test',
  'vi',
  'xdescribe',
  'xit',
  'xtest',
] as const;
