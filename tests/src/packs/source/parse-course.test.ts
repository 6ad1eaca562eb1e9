import { describe, expect, it } from 'vitest';
import { CHOICE, CODE, courseFiles, findings, LESSON, lessonWith, parsed, TRUE_FALSE } from './course-files.ts';

describe('a good course', () => {
  it('becomes rows whose ids carry the pack', () => {
    const course = parsed(courseFiles(lessonWith(CHOICE, TRUE_FALSE)));
    expect(course.packId).toBe('tea');
    expect(course.version).toBe('1.2.3');
    expect(course.course).toEqual({
      id: 'tea',
      title: 'Tea',
      slug: 'tea',
      description: 'About tea.',
      difficulty: 'BEGINNER',
      language: 'en',
      programmingLanguage: 'python',
      order: 0,
      isPublished: true,
    });
    expect(course.lessons).toEqual([
      {
        id: 'tea:first',
        courseId: 'tea',
        title: 'First cup',
        content: 'Tea is ready.',
        order: 1,
        estimatedMinutes: 12,
        objectives: [{ id: 'o1', text: 'Pour tea' }],
        isPublished: true,
      },
    ]);
    expect(course.exercises.map(({ id, lessonId, order }) => [id, lessonId, order])).toEqual([
      ['tea:tea.kind', 'tea:first', 1],
      ['tea:tea.hot', 'tea:first', 2],
    ]);
  });

  it('keeps its credits', () => {
    const course = parsed(courseFiles());
    expect(course.credits).toEqual({ authors: ['Ada'], licence: { text: 'CC-BY-4.0', code: 'MIT' } });
  });

  it('may name a slug and an order of its own', () => {
    const files = courseFiles();
    const course = parsed({ ...files, 'course.yaml': `${files['course.yaml'] ?? ''}slug: tea-for-two\norder: 7\n` });
    expect([course.course.slug, course.course.order]).toEqual(['tea-for-two', 7]);
  });

  it('puts lessons in the order of course.yaml, whatever their folders are called', () => {
    const files = courseFiles();
    const second = (files[LESSON] ?? '').replace('id: first', 'id: second');
    const course = parsed({
      'course.yaml': (files['course.yaml'] ?? '').replace('[010-tea]', '[990-before, 010-tea]'),
      [LESSON]: files[LESSON] ?? '',
      'lessons/990-before/lesson.md': second,
    });
    expect(course.lessons.map(({ id, order }) => [id, order])).toEqual([
      ['tea:second', 1],
      ['tea:first', 2],
    ]);
  });

  it('may be written with Windows line ends and a byte order mark', () => {
    const plain = courseFiles(lessonWith(CHOICE, CODE));
    const windows = Object.fromEntries(
      Object.entries(plain).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(parsed(windows)).toEqual(parsed(plain));
  });
});

describe('a folder that does not fit its course.yaml', () => {
  it('has no course.yaml', () => {
    expect(findings({})).toEqual(['course.yaml:1: expected this file, found none']);
    expect(findings({ 'course.yml': 'format: 1' })).toEqual(['course.yaml:1: expected this file, found `course.yml`']);
  });

  it('lacks a lesson that is named, and a near name is offered', () => {
    const files = courseFiles();
    const wrong = (files['course.yaml'] ?? '').replace('[010-tea]', '[010-tee]');
    expect(findings({ ...files, 'course.yaml': wrong })).toEqual([
      'course.yaml:11: lessons[0]: expected a folder that is there (did you mean `010-tea`?), found `010-tee`',
      'lessons/010-tea/lesson.md:1: expected only the `lesson.md` of each lesson named in course.yaml, found a file nothing reads',
    ]);
  });

  it('names a lesson twice', () => {
    const files = courseFiles();
    const wrong = (files['course.yaml'] ?? '').replace('[010-tea]', '[010-tea, 010-tea]');
    expect(findings({ ...files, 'course.yaml': wrong })).toEqual([
      'course.yaml:11: lessons[1]: expected a folder not named before, found `010-tea` again',
    ]);
  });

  it('holds a translation, which this version does not read and does not drop in silence', () => {
    const more = { 'lessons/010-tea/lesson.de.md': 'Der Tee ist fertig.' };
    expect(findings(courseFiles('Tea is ready.', more))).toHaveLength(1);
  });
});

describe('findings', () => {
  it('are all told at once, file by file and from top to bottom', () => {
    const files = courseFiles(lessonWith(CHOICE.replace('Look at the leaf.', ''), TRUE_FALSE.replace('true', 'maybe')));
    const spoilt = { ...files, 'course.yaml': (files['course.yaml'] ?? '').replace('BEGINNER', 'EASY') };
    expect(findings(spoilt)).toEqual([
      'course.yaml:7: level: expected one of BEGINNER, INTERMEDIATE, ADVANCED, found "EASY"',
      'lessons/010-tea/lesson.md:16: hints: expected a list of hints, the gentlest first, found an empty list',
      'lessons/010-tea/lesson.md:23: answer: expected true or false, found "maybe"',
    ]);
  });

  it('name the field that was probably meant', () => {
    const files = courseFiles(lessonWith(CHOICE.replace('hints:', 'hint:').replace('why: It is.,', 'wy: It is.,')));
    expect(findings(files)).toEqual([
      'lessons/010-tea/lesson.md:10: hints: expected a list of hints, the gentlest first, found nothing',
      'lessons/010-tea/lesson.md:14: options[0].why: expected the reason why it is right or wrong, found nothing',
      'lessons/010-tea/lesson.md:14: options[0].wy: expected a known field (did you mean `why`?), found `wy`',
      'lessons/010-tea/lesson.md:16: hint: expected a known field (did you mean `hints`?), found `hint`',
    ]);
  });

  it('refuse a format of the future', () => {
    const files = courseFiles();
    const future = (files['course.yaml'] ?? '').replace('format: 1', 'format: 2');
    expect(findings({ ...files, 'course.yaml': future })).toEqual([
      'course.yaml:1: format: expected 1, the only version of the format so far, found the number 2',
    ]);
  });

  it('refuse an id that is used twice, across lessons too', () => {
    const files = courseFiles(lessonWith(CHOICE, CHOICE));
    expect(findings(files)).toEqual([
      'lessons/010-tea/lesson.md:20: id: expected an id not used before, found `tea.kind`, which stands in lessons/010-tea/lesson.md:10 too',
    ]);
  });

  it('refuse the front matter that is not there', () => {
    expect(findings({ ...courseFiles(), [LESSON]: 'Tea is ready.' })).toEqual([
      'lessons/010-tea/lesson.md:1: expected front matter between two lines of `---`, found `Tea is ready.`',
    ]);
  });

  it('refuse front matter and exercises that are there and empty', () => {
    expect(findings({ ...courseFiles(), [LESSON]: '---\n---\nTea is ready.\n\n:::exercise\n:::\n' })).toEqual([
      'lessons/010-tea/lesson.md:2: expected fields and their values, found nothing',
      'lessons/010-tea/lesson.md:6: expected one of MULTIPLE_CHOICE, CODE_COMPLETION, FREE_FORM, TRUE_FALSE, MULTI_SELECT, SHORT_TEXT, NUMERIC, PREDICT_OUTPUT, PARSONS, FIX_BUG, FILL_BLANKS, MATCHING, ORDERING, found nothing',
    ]);
  });
});
