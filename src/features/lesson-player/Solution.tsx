import type { Exercise } from '../../../db/models/exercise.ts';
import { linesText } from '../../core/parsons-text.ts';
import { CodeBlock, CourseText, CourseWords } from '../../ui/course-text.tsx';
import { filledText } from './answer-text.ts';
import { isChoiceExercise } from './choice-exercise.ts';

/** The author's answer. */
export function Solution({ exercise }: { readonly exercise: Exercise }) {
  if (isChoiceExercise(exercise)) {
    const id = exercise.type === 'TRUE_FALSE' ? String(exercise.answerKey.value) : exercise.answerKey.optionId;
    return <Options exercise={exercise} ids={[id]} />;
  }
  switch (exercise.type) {
    case 'CODE_COMPLETION':
    case 'FIX_BUG':
      return <Files exercise={exercise} />;
    case 'MULTI_SELECT':
      return <Options exercise={exercise} ids={exercise.answerKey.optionIds} />;
    case 'FREE_FORM': {
      const { answerKey } = exercise;
      return answerKey.kind === 'rubric' ? <CourseText text={answerKey.sample} /> : <Words text={sampleOf(answerKey)} />;
    }
    case 'SHORT_TEXT':
      return <Words text={sampleOf(exercise.answerKey)} />;
    case 'NUMERIC': {
      const { value, units } = exercise.answerKey;
      return <Words text={[String(value), units[0]?.unit].join(' ').trim()} />;
    }
    case 'PREDICT_OUTPUT':
      return <CodeBlock code={exercise.answerKey.stdout.replace(/\n$/, '')} language={null} />;
    case 'PARSONS': {
      const { options, answerKey, language } = exercise;
      return <CodeBlock code={linesText(options, answerKey.orders[0] ?? [], language)} language={language} />;
    }
    case 'FILL_BLANKS': {
      const { options, answerKey } = exercise;
      const text = filledText(options.text, (id) => sampleOf(answerKey.blanks.find((blank) => blank.id === id)));
      return options.language === null ? <Words text={text} /> : <CodeBlock code={text} language={options.language} />;
    }
    case 'MATCHING':
      return <Pairs exercise={exercise} />;
    case 'ORDERING':
      return (
        <ol className="solution__order">
          {(exercise.answerKey.orders[0] ?? []).map((id) => (
            <li key={id}><CourseWords text={exercise.options.find((item) => item.id === id)?.text ?? ''} /></li>
          ))}
        </ol>
      );
  }
}

type Of<T extends Exercise['type']> = Extract<Exercise, { readonly type: T }>;

const Words = ({ text }: { readonly text: string }) => <p className="solution__words">{text}</p>;

function Files({ exercise }: { readonly exercise: Of<'CODE_COMPLETION' | 'FIX_BUG'> }) {
  const files = Object.entries(exercise.answerKey.files);
  return files.map(([name, code]) => (
    <figure key={name} className="solution">
      {files.length > 1 && <figcaption className="solution__name">{name}</figcaption>}
      <CodeBlock code={code.replace(/\n$/, '')} language={exercise.language} />
    </figure>
  ));
}

interface OptionsProps {
  readonly exercise: Of<'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'MULTI_SELECT'>;
  readonly ids: readonly string[];
}

function Options({ exercise, ids }: OptionsProps) {
  return exercise.options
    .filter(({ id }) => ids.includes(id))
    .map(({ id, text, why }) => (
      <div key={id} className="solution__option">
        <p className="solution__words"><CourseWords text={text} /></p>
        <CourseText text={why} />
      </div>
    ));
}

function Pairs({ exercise: { options, answerKey } }: { readonly exercise: Of<'MATCHING'> }) {
  return (
    <dl className="solution__pairs">
      {options.left.map(({ id, text }) => (
        <div key={id} className="solution__pair">
          <dt><CourseWords text={text} /></dt>
          <dd><CourseWords text={options.right.find((item) => item.id === answerKey.pairs[id])?.text ?? ''} /></dd>
        </div>
      ))}
    </dl>
  );
}

interface Rules {
  readonly accepted: readonly string[];
  readonly patterns: readonly string[];
  readonly number?: { readonly value: number } | null;
  readonly keywords?: readonly string[];
}

/** One answer the rules accept, as plainly as they allow. */
function sampleOf(rules: Rules | undefined): string {
  const { accepted = [], patterns = [], number = null, keywords = [] } = rules ?? {};
  if (accepted[0] !== undefined) return accepted[0];
  if (number !== null) return String(number.value);
  return keywords.length > 0 ? keywords.join(', ') : (patterns[0] ?? '');
}
