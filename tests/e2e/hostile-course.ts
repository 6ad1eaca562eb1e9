import type { CourseBundle } from '../../src/packs/course-bundle.ts';

/** Each would set `window.harmed`, or ask for something from elsewhere, if a screen let it. */
export const PAYLOADS = [
  '<img src=x onerror="harmed=1">',
  '<script>harmed=1</script>',
  '<svg onload="harmed=1"><script>harmed=1</script></svg>',
  '<iframe srcdoc="<script>parent.harmed=1</script>"></iframe>',
  '<a href="javascript:harmed=1">press me</a>',
  '[press me](javascript:harmed=1)',
  '![x](https://stranger.test/x.png)',
  '<img src="https://stranger.test/y.png">',
  '<style>@import "https://stranger.test/z.css";</style>',
  '<link rel=stylesheet href="https://stranger.test/w.css">',
  '<form action="https://stranger.test/"><button>press me</button></form>',
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror="harmed=1">',
  '<meta http-equiv=refresh content="0;url=https://stranger.test/">',
  '```html"><img src=x onerror=harmed=1>\n<img src=x onerror="harmed=1">\n```',
];
const BAD = PAYLOADS.join('\n\n');
const INLINE = PAYLOADS.filter((payload) => !payload.includes('\n')).join(' ');

const shared = { lessonId: 'hostile:lesson', difficulty: 'BEGINNER', prompt: BAD, explanation: BAD, hints: [BAD, INLINE], points: 1, isRequired: true, rev: 1, objectives: [], variantOf: null } as const;
const options = (ids: readonly string[]) => ids.map((id) => ({ id, text: INLINE, why: BAD }));

/** A course with something hostile in every field that reaches a screen. */
export const HOSTILE: CourseBundle = {
  packId: 'hostile',
  version: '1.0.0',
  course: { id: 'hostile', title: `Hostile ${INLINE}`, slug: 'hostile', description: BAD, difficulty: 'BEGINNER', language: 'en', programmingLanguage: 'javascript', order: 9, isPublished: true },
  lessons: [{ id: 'hostile:lesson', courseId: 'hostile', title: `Lesson ${INLINE}`, content: BAD, order: 1, estimatedMinutes: 1, objectives: [], isPublished: true }],
  exercises: [
    { ...shared, id: 'hostile:choice', order: 1, type: 'MULTIPLE_CHOICE', options: options(['a', 'b']), answerKey: { optionId: 'a' }, starter: null, tests: null },
    { ...shared, id: 'hostile:true', order: 2, type: 'TRUE_FALSE', options: options(['true', 'false']), answerKey: { value: true }, starter: null, tests: null },
    {
      ...shared,
      id: 'hostile:free',
      order: 3,
      type: 'FREE_FORM',
      options: null,
      answerKey: { kind: 'rubric', criteria: [INLINE, INLINE], sample: BAD },
      mistakes: [],
      starter: null,
      tests: null,
    },
    {
      ...shared,
      id: 'hostile:code',
      order: 4,
      type: 'CODE_COMPLETION',
      language: 'javascript',
      options: null,
      answerKey: { files: { 'main.js': `/* ${INLINE} */ function f() { return 1; }` } },
      mistakes: [{ answer: `function f() { return ${JSON.stringify(INLINE)}; }`, say: BAD }],
      starter: { files: { 'main.js': `// ${INLINE}` }, entry: 'main.js' },
      tests: [{ id: 't', kind: 'call', name: INLINE, isVisible: true, call: 'f()', expect: '1' }],
      constructs: { required: [], forbidden: [] },
    },
  ],
};
