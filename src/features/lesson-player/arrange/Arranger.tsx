import './arranger.css';
import { ArrowDown, ArrowUp, Check, CircleDashed, GripVertical, IndentDecrease, IndentIncrease, X } from 'lucide-react';
import { useId, useRef, type CSSProperties, type ReactNode } from 'react';
import { t } from '../../../i18n/text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { Said } from '../Said.tsx';
import { isPlaced, type Arrangement, type Limits, type Move, type Placed } from './arrangement.ts';
import { useArranger, whereWords, type ArrangerState } from './use-arranger.ts';

export interface Piece {
  readonly id: string;
  readonly content: ReactNode;
  /** Its words, to be read out. */
  readonly name: string;
}

export interface PieceMark {
  readonly passed: boolean;
  /** What is amiss, in words; null: "not yet" alone. */
  readonly words: string | null;
}

interface ArrangerProps {
  /** In the order in which they lie there at first. */
  readonly pieces: readonly Piece[];
  readonly placed: Arrangement;
  readonly limits: Limits;
  /** Code is written from left to right wherever one is. */
  readonly isCode: boolean;
  readonly marks: ReadonlyMap<string, PieceMark>;
  readonly isStale: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (placed: Arrangement) => void;
}

/** Things to be put in order: by pointer, by key, by plain buttons. */
export function Arranger({ pieces, placed, limits, isCode, marks, isStale, isReadOnly, onChange }: ArrangerProps) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const state = useArranger({ root, placed, limits, nameOf: (one) => byId.get(one)?.name ?? '', onChange });
  const { drag } = state;
  const shown = drag.preview ?? placed;
  const spare = pieces.filter((piece) => !isPlaced(shown, piece.id));
  const held = drag.dragged === null ? undefined : byId.get(drag.dragged.id);
  const item = (piece: Piece | undefined, at: Placed | null): ReactNode =>
    piece === undefined ? null : (
      <Item
        key={piece.id}
        piece={piece}
        indent={at?.indent ?? 0}
        where={whereWords(shown, piece.id, limits)}
        mark={at === null ? null : (marks.get(piece.id) ?? null)}
        isStale={isStale}
        isReadOnly={isReadOnly}
        state={state}
        helpId={`${id}-help`}
      />
    );
  return (
    <div ref={root} className="arranger" data-code={isCode} data-dragging={drag.dragged !== null} data-stale={isStale} onKeyDown={state.onKeyDown} onBlur={state.onBlur}>
      <div className="arranger__head">
        <h3 className="arranger__title" id={`${id}-placed`}>{limits.hasSpare ? t('answers.yourProgram') : t('answers.yourOrder')}</h3>
        <MoveButtons state={state} limits={limits} />
      </div>
      <ol className="arranger__list arranger__list--placed" aria-labelledby={`${id}-placed`} data-zone="placed">
        {shown.map((one) => item(byId.get(one.id), one))}
        {shown.length === 0 && <li className="arranger__empty">{t('answers.placeHere')}</li>}
      </ol>
      {limits.hasSpare && (
        <div className="arranger__spare" data-zone="spare">
          <h3 className="arranger__title" id={`${id}-spare`}>{t('answers.spareLines')}</h3>
          <ul className="arranger__list" aria-labelledby={`${id}-spare`}>
            {spare.map((piece) => item(piece, null))}
            {spare.length === 0 && <li className="arranger__empty">{t('answers.allPlaced')}</li>}
          </ul>
        </div>
      )}
      <p className="arranger__help" id={`${id}-help`}>{t('answers.arrangeHelp', { indents: limits.maxIndent > 0 ? 'yes' : 'no' })}</p>
      {drag.dragged !== null && held !== undefined && (
        <div className="arranger__ghost piece" data-code={isCode} aria-hidden="true" style={{ insetInlineStart: 'auto', left: drag.dragged.left, top: drag.dragged.top, width: drag.dragged.width }}>
          <span className="piece__grip"><GripVertical /></span>
          <span className="piece__press">{held.content}</span>
        </div>
      )}
      <Said words={state.said.words} nth={state.said.nth} />
    </div>
  );
}

const BUTTONS = [
  { move: 'up', icon: <ArrowUp />, label: 'answers.moveUp' },
  { move: 'down', icon: <ArrowDown />, label: 'answers.moveDown' },
  { move: 'out', icon: <IndentDecrease />, label: 'answers.indentLess' },
  { move: 'in', icon: <IndentIncrease />, label: 'answers.indentMore' },
  { move: 'away', icon: <X />, label: 'answers.takeAway' },
] as const;

/** The same moves as plain buttons, for what is picked up: always in the same place. */
function MoveButtons({ state, limits }: { readonly state: ArrangerState; readonly limits: Limits }) {
  const fits = (move: Move): boolean => (move === 'away' ? limits.hasSpare : move === 'in' || move === 'out' ? limits.maxIndent > 0 : true);
  return (
    <div className="arranger__buttons" role="group" aria-label={t('answers.moveGroup')}>
      {BUTTONS.filter(({ move }) => fits(move)).map(({ move, icon, label }) => (
        <IconButton
          key={move}
          label={t(label)}
          icon={icon}
          disabled={state.heldId === null}
          aria-disabled={!state.canMove(move)}
          onClick={() => state.move(move)}
        />
      ))}
    </div>
  );
}

interface ItemProps {
  readonly piece: Piece;
  readonly indent: number;
  /** Where it stands, in words. */
  readonly where: string;
  readonly mark: PieceMark | null;
  readonly isStale: boolean;
  readonly isReadOnly: boolean;
  readonly state: ArrangerState;
  readonly helpId: string;
}

function Item({ piece, indent, where, mark, isStale, isReadOnly, state, helpId }: ItemProps) {
  const isHeld = state.heldId === piece.id;
  const isDragged = state.drag.dragged?.id === piece.id;
  const tone = mark === null || isStale ? 'none' : mark.passed ? 'right' : 'notyet';
  return (
    <li
      className="piece"
      data-item={piece.id}
      data-held={isHeld}
      data-dragged={isDragged}
      data-tone={tone}
      style={{ '--indent': indent } as CSSProperties}
      onPointerDown={(event) => (isReadOnly ? undefined : state.drag.onPointerDown(event, piece.id))}
    >
      <span className="piece__grip" data-grip="" aria-hidden="true"><GripVertical /></span>
      <button
        type="button"
        className="piece__press"
        data-press={piece.id}
        data-editor=""
        disabled={isReadOnly}
        aria-pressed={isHeld}
        aria-describedby={helpId}
        onClick={() => state.toggle(piece.id)}
      >
        {piece.content}
        <VisuallyHidden>. {where}{mark !== null && !isStale && `. ${markWords(mark)}`}</VisuallyHidden>
      </button>
      {mark !== null && (
        <span className="piece__mark" aria-hidden="true">
          {!mark.passed && <span className="piece__word">{markWords(mark)}</span>}
          {mark.passed ? <Check /> : <CircleDashed />}
        </span>
      )}
    </li>
  );
}

const markWords = (mark: PieceMark): string => (mark.passed ? t('answers.inPlace') : (mark.words ?? t('answers.notInPlace')));
