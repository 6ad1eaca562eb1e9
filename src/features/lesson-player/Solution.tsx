import type { Exercise } from '../../../db/models/exercise.ts';
import { CodeBlock, CourseText, CourseWords } from '../../ui/course-text.tsx';

/** The author's answer. */
export function Solution({ exercise }: { readonly exercise: Exercise }) {
  if (exercise.type === 'CODE_COMPLETION') {
    const files = Object.entries(exercise.answerKey.files);
    return (
      <>
        {files.map(([name, code]) => (
          <figure key={name} className="solution">
            {files.length > 1 && <figcaption className="solution__name">{name}</figcaption>}
            <CodeBlock code={code.replace(/\n$/, '')} language={exercise.language} />
          </figure>
        ))}
      </>
    );
  }
  if (exercise.type === 'FREE_FORM') {
    const { answerKey } = exercise;
    return answerKey.kind === 'rubric' ? <CourseText text={answerKey.sample} /> : <p className="solution__words">{sampleOf(answerKey)}</p>;
  }
  const id = exercise.type === 'TRUE_FALSE' ? String(exercise.answerKey.value) : exercise.answerKey.optionId;
  const option = exercise.options.find((one) => one.id === id);
  return option === undefined ? null : (
    <>
      <p className="solution__words"><CourseWords text={option.text} /></p>
      <CourseText text={option.why} />
    </>
  );
}

type Rules = Extract<Extract<Exercise, { type: 'FREE_FORM' }>['answerKey'], { kind: 'rules' }>;

/** One answer the rules accept, as plainly as they allow. */
function sampleOf(rules: Rules): string {
  const [accepted] = rules.accepted;
  if (accepted !== undefined) return accepted;
  if (rules.number !== null) return String(rules.number.value);
  return rules.keywords.length > 0 ? rules.keywords.join(', ') : (rules.patterns[0] ?? '');
}
