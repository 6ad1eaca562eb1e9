import './code-work.css';
import { lazy, Suspense, useState } from 'react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { Loading } from '../../ui/loading.tsx';
import { isCodeAnswer } from './code-exercise.ts';
import { leaveEditor } from './leave-editor.ts';
import type { Work } from './use-work.ts';

const CodeEditor = lazy(() => import('../../ui/code-editor.tsx'));

/** The learner's code, one file at a time, with the cursor where it was. */
export function CodeWork({ work, exercise }: { readonly work: Work; readonly exercise: CodeExercise }) {
  const { draft, outcome, isStale, isReadOnly, keeper, state } = work;
  const { answer, cursor } = draft;
  const files = isCodeAnswer(answer) ? answer.files : {};
  const names = Object.keys(files);
  const [file, setFile] = useState(names.find((name) => name === cursor?.file) ?? exercise.starter.entry);
  const [first] = useState(() => ({ cursor, takesFocus: cursor !== null && !isReadOnly && document.activeElement === document.body }));
  const error = state.run?.error ?? (isStale ? null : (outcome?.error ?? null));
  const errorFile = error?.frames.at(-1)?.file ?? exercise.starter.entry;

  const change = (text: string): void => {
    const { answer: now } = keeper.getState();
    if (isCodeAnswer(now)) keeper.change({ answer: { ...now, files: { ...now.files, [file]: text } } });
  };
  const moveCursor = (anchor: number, head: number): void => {
    // A cursor alone begins no draft: an exercise that was only looked at stays "not started".
    if (keeper.getState().saving.type !== 'untouched') keeper.change({ cursor: { file, anchor, head } });
  };

  return (
    <div className="code-work">
      {names.length > 1 && <FileTabs names={names} file={file} onFile={setFile} />}
      <Suspense fallback={<Loading />}>
        <CodeEditor
          key={file}
          value={files[file] ?? ''}
          language={exercise.language}
          name={t('player.codeName', { file })}
          description={t('player.codeHelp')}
          selection={first.cursor?.file === file ? first.cursor : null}
          takesFocus={first.takesFocus}
          isReadOnly={isReadOnly}
          errorLine={error !== null && errorFile === file ? error.line : null}
          onChange={change}
          onSelect={moveCursor}
          onBlur={() => void keeper.flush()}
          onLeave={leaveEditor}
        />
      </Suspense>
    </div>
  );
}

interface FileTabsProps {
  readonly names: readonly string[];
  readonly file: string;
  readonly onFile: (name: string) => void;
}

function FileTabs({ names, file, onFile }: FileTabsProps) {
  return (
    <div className="code-work__files" role="group" aria-label={t('player.files')}>
      {names.map((name) => (
        <button key={name} type="button" className="code-work__file" aria-pressed={name === file} onClick={() => onFile(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}
