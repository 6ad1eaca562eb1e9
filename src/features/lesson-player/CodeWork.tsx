import './code-work.css';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { CodeExercise } from '../../../db/models/exercise.ts';
import { t } from '../../i18n/text.ts';
import { Loading } from '../../ui/loading.tsx';
import { isSameAnswer } from './answers.ts';
import { isCodeAnswer } from './code-exercise.ts';
import { errorPlaces } from './code-places.ts';
import { fileLanguage } from './file-language.ts';
import { FileTabs, filePanelProps } from './FileTabs.tsx';
import { leaveEditor } from './leave-editor.ts';
import { useMedia, WIDE } from './use-media.ts';
import type { Work } from './use-work.ts';

const CodeEditor = lazy(() => import('../../ui/code-editor.tsx'));

/** The learner's code, one file at a time, with the cursor where it was and the line an error speaks of. */
export function CodeWork({ work, exercise }: { readonly work: Work; readonly exercise: CodeExercise }) {
  const { draft, isReadOnly, keeper, state } = work;
  const { answer, cursor } = draft;
  const files = isCodeAnswer(answer) ? answer.files : {};
  const names = fileNames(Object.keys(files), exercise.starter.entry);
  const [file, setFile] = useState(names.find((name) => name === cursor?.file) ?? exercise.starter.entry);
  const [first] = useState(() => ({ cursor, takesFocus: cursor !== null && !isReadOnly && document.activeElement === document.body }));
  const isWide = useMedia(WIDE);
  const told = toldError(work);
  // A new object for every error, so that the same line is marked anew.
  const [errorTold, lineTold] = [told?.error ?? null, told?.line ?? null];
  const mark = useMemo(() => (errorTold === null || lineTold === null ? null : { line: lineTold }), [errorTold, lineTold]);
  const { jump } = state;
  const [jumped, setJumped] = useState(jump);
  if (jump !== jumped) {
    setJumped(jump);
    if (jump !== null && names.includes(jump.file)) setFile(jump.file);
  }
  // A jump is for once: the editor must not go there again when it is opened anew.
  useEffect(() => () => work.store.setState({ jump: null }), [work.store]);

  const change = (text: string): void => {
    const { answer: now } = keeper.getState();
    if (isCodeAnswer(now)) keeper.change({ answer: { ...now, files: { ...now.files, [file]: text } } });
  };
  const moveCursor = (anchor: number, head: number): void => {
    // A cursor alone begins no draft: an exercise that was only looked at stays "not started".
    if (keeper.getState().saving.type !== 'untouched') keeper.change({ cursor: { file, anchor, head } });
  };

  return (
    <div className="code-work" data-stale={told?.isStale === true}>
      {names.length > 1 && <FileTabs names={names} file={file} onFile={setFile} />}
      <div className="code-work__panel" {...(names.length > 1 ? filePanelProps(file) : {})}>
        <Suspense fallback={<Loading />}>
          <CodeEditor
            file={file}
            value={files[file] ?? ''}
            language={fileLanguage(file, exercise.language)}
            name={t('player.codeName', { file })}
            description={t('player.codeHelp')}
            selection={first.cursor?.file === file ? first.cursor : null}
            takesFocus={first.takesFocus}
            isReadOnly={isReadOnly}
            wraps={!isWide}
            error={told?.file === file ? mark : null}
            jump={jump?.file === file ? jump : null}
            onChange={change}
            onSelect={moveCursor}
            onBlur={() => void keeper.flush()}
            onLeave={leaveEditor}
          />
        </Suspense>
      </div>
    </div>
  );
}

/** The file that runs comes first, the others in the author's order. */
const fileNames = (names: readonly string[], entry: string): readonly string[] => [
  ...names.filter((name) => name === entry),
  ...names.filter((name) => name !== entry),
];

/** The innermost line of the learner's that the last run or check stopped at. */
function toldError({ state, outcome, isStale, draft, exercise }: Work) {
  const { run } = state;
  const error = run === null ? (outcome?.error ?? null) : (run.result?.error ?? null);
  const answer = run?.answer ?? outcome?.answer;
  if (error === null || answer === undefined || !isCodeAnswer(answer) || exercise.starter === null) return null;
  const [place] = errorPlaces(error, exercise.starter.entry, answer.files);
  return place === undefined ? null : { ...place, error, isStale: run === null ? isStale : !isSameAnswer(answer, draft.answer) };
}
