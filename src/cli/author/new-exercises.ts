import type { Sample } from './new-samples.ts';

/** The exercises of a new course, each with notes that teach the format. */

export const CHOICE = `:::exercise
# Chosen once. A learner's answers are kept under this id, wherever the exercise moves.
id: time.film
# Which objectives of the lesson it asks for.
objectives: [minutes]
type: MULTIPLE_CHOICE
prompt: A film lasts 2 hours and 5 minutes. How long is that?
options:
  # One is right. Each says why, right or wrong: that is what a learner reads after choosing it.
  - id: sum
    text: 125 minutes
    correct: true
    why: Two hours are twice sixty minutes, and five come on top.
  - id: hundreds
    text: 205 minutes
    why: That would be right if an hour had a hundred minutes. Clocks count in sixties.
  - id: added
    text: 7 minutes
    why: The 2 are hours and the 5 are minutes. Before they can be added they have to be the same thing.
# From the gentlest to the plainest, and none of them the answer itself. There must be at least one.
hints:
  - How many minutes does one hour have?
  - Turn the two hours into minutes first.
# Shown once it is right: why it works.
explanation: Bring everything to one unit first, then add.
:::
`;

/** A prediction, and a function to be finished. */
export const withCode = ({ predicted, misread, file, name, written }: Sample): string[] => [
  `:::exercise
id: time.apart
objectives: [apart]
type: PREDICT_OUTPUT
prompt: "Read it line by line. What does this program print?"
# The program is shown, and may be run once the answer is given. \`hornbook check\` runs it and compares.
code: |
${indented(predicted, 2)}
stdout: |
  3
  20
# Wrong answers that you have met before, each with what you would say.
mistakes:
  - answer: |
${indented(misread.answer, 6)}
    say: ${JSON.stringify(misread.say)}
hints:
  - The first line printed is a number of whole hours.
  - Three hours have 180 minutes, and four have 240.
explanation: 200 minutes are three hours and twenty minutes.
:::
`,
  `:::exercise
id: time.together
objectives: [apart]
type: CODE_COMPLETION
prompt: |
  Finish \`${name}\`, so that it says how many minutes a length of time has.

  Put your own words in place of \`___\`.
file: ${file}
# What the learner begins with. It must not pass yet.
starter: |
${indented(written('___'), 2)}
# Code that passes every test. It is shown to a learner who asks for it.
solution: |
${indented(written('hours * 60 + minutes'), 2)}
# Each test calls your learner's code and compares. One that is not \`visible\` tells only whether it passed: it keeps an
# answer that was made for the visible ones from passing. (Other styles: stdin with stdout, assert, testFile.)
tests:
  - { id: film, name: a film of 2 hours and 5 minutes, call: "${name}(2, 5)", expect: "125", visible: true }
  - { id: lesson, name: a lesson of 40 minutes, call: "${name}(0, 40)", expect: "40", visible: true }
  - { id: hour, name: an hour on the dot, call: "${name}(1, 0)", expect: "60" }
  - { id: flight, name: a long flight, call: "${name}(11, 59)", expect: "719" }
# Whole programs that learners write, and what to say to each. \`hornbook check\` runs them: none may pass.
mistakes:
  - answer: |
${indented(written('hours + minutes'), 6)}
    say: That adds hours to minutes. Turn the hours into minutes first.
  - answer: |
${indented(written('hours * 100 + minutes'), 6)}
    say: An hour of a hundred minutes? Clocks count in sixties.
  - answer: |
${indented(written('hours * 60'), 6)}
    say: The hours are right. What became of the minutes that were there already?
hints:
  - What would you do on paper for 2 hours and 5 minutes?
  - One hour brings sixty minutes. How many do \`hours\` of them bring?
  - Two steps in one line, a multiplication and then an addition. Both names occur in it.
explanation: Multiplication goes before addition, so no brackets are needed.
:::
`,
];

/** A number to be worked out, and pairs to be found. */
export const withoutCode = (): string[] => [
  `:::exercise
id: time.walk
objectives: [minutes]
type: NUMERIC
prompt: A walk takes 3 hours and 15 minutes. How many minutes is that?
answer: 195
# Wrong answers that you have met before, each with what you would say.
mistakes:
  - { answer: "315", say: "That would be right if an hour had a hundred minutes." }
  - { answer: "18", say: "That adds hours to minutes. Turn the hours into minutes first." }
hints:
  - How many minutes are in one hour, and how many in three?
  - The fifteen minutes come on top.
explanation: Three times sixty are 180, and fifteen more.
:::
`,
  `:::exercise
id: time.pairs
objectives: [minutes]
type: MATCHING
prompt: Which belong together?
# \`match\` names the item on the right. One on the right that nothing matches makes it harder to guess.
left:
  - { id: hour, text: an hour and a half, match: ninety }
  - { id: two, text: two hours, match: hundred-twenty }
  - { id: quarter, text: three quarters of an hour, match: forty-five }
right:
  - { id: forty-five, text: 45 minutes }
  - { id: ninety, text: 90 minutes }
  - { id: hundred-twenty, text: 120 minutes }
  - { id: hundred-fifty, text: 150 minutes }
hints:
  - Begin with the one that has whole hours.
  - Half an hour is thirty minutes, and a quarter is fifteen.
explanation: A quarter of an hour is fifteen minutes, so three of them are 45.
:::
`,
];

const indented = (text: string, by: number): string =>
  text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(by) + line)).join('\n');
