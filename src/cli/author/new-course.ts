import type { CodeLanguage } from '../../../db/models/enums.ts';
import { CHOICE, withCode, withoutCode } from './new-exercises.ts';
import { SAMPLES } from './new-samples.ts';

export interface NewCourse {
  readonly id: string;
  readonly title: string;
  /** null: a course without code. */
  readonly language: CodeLanguage | null;
}

const LESSON = '010-hours-and-minutes';

/** The files of a course of one lesson, with notes for whoever goes on writing it: path → text. */
export function newCourse(course: NewCourse): { readonly [path: string]: string } {
  return { 'course.yaml': courseYaml(course), [`lessons/${LESSON}/lesson.md`]: lesson(course) };
}

const courseYaml = ({ id, title, language }: NewCourse): string => `# A course in Hornbook is this file and a folder for each lesson. Lines that begin with # are notes for you.
format: 1

# Chosen once: learners' progress hangs on it. Everything else may change.
id: ${id}
# Raise it with every edition that you hand out.
version: 0.1.0
title: ${JSON.stringify(title)}
# A few sentences in Markdown: for whom it is, and what they can do afterwards.
description: >-
  One short lesson about hours and minutes, to show how a course is written. Put your own in its place.

# The language it is written in, and for whom: BEGINNER, INTERMEDIATE or ADVANCED.
languages: [en]
level: BEGINNER
${language === null ? '# For a course about programs: programmingLanguage: python, javascript or typescript.' : `# python, javascript or typescript; an exercise may name another.\nprogrammingLanguage: ${language}`}

# What others may do with your words and with your code, by the short names of https://spdx.org/licenses.
licence: { text: CC-BY-4.0, code: MIT }
authors: [Your name]

# The folders in lessons/, in the order in which they are taken. Numbers with gaps leave room for more.
lessons:
  - ${LESSON}
`;

const lesson = ({ language }: NewCourse): string => `---
# Chosen once, like the course's. Its place may change, and its title.
id: time
title: Hours and minutes
# What the learner can do afterwards. What has an id comes back in reviews, so some exercise below has to ask for it.
objectives:
  - { id: minutes, text: Say how many minutes a length of time has }
${language === null ? '' : '  - { id: apart, text: "Read a program that takes hours and minutes apart, and finish one that puts them together" }\n'}minutes: 5
---
Clocks count in sixties. After 59 minutes comes not the sixtieth but a new hour, and so a length of time can be said in
two ways: *two hours and five minutes*, or *125 minutes*. People prefer the first. Sums prefer the second.

From hours to minutes you multiply: every hour brings sixty. Whatever minutes were there already come on top.
${language === null ? '' : shownCode(language)}
The exercises stand below the text, in the order in which they are met.

${[CHOICE, ...(language === null ? withoutCode() : withCode(SAMPLES[language]))].join('\n')}`;

const shownCode = (language: CodeLanguage): string => `
The way back is a division. How many whole hours are in it, and what is left over?

\`\`\`${language}
${SAMPLES[language].shown}
\`\`\`
`;
