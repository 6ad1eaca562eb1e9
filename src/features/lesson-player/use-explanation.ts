import { useEffect, useState } from 'react';
import type { CodeError } from '../../core/run-result.ts';
import type { Place, Program } from '../../core/explain/seen-error.ts';
import type { ExplainWords } from '../../i18n/explain-words.ts';

export interface Explained {
  readonly words: ExplainWords;
  readonly place: Place | null;
}

/** What an error means; null until it is known, and when nobody knows. All of it is loaded with the first error. */
export function useExplanation(error: CodeError, { language, entry, files }: Program): Explained | null {
  const [told, setTold] = useState<{ readonly of: CodeError; readonly what: Explained | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    // A network that is gone, or an update under way: the interpreter's own words are there already.
    const later = explainLater(error, { language, entry, files }).catch(() => null);
    void later.then((what) => (isWanted ? setTold({ of: error, what }) : undefined));
    return () => {
      isWanted = false;
    };
  }, [error, language, entry, files]);
  return told?.of === error ? told.what : null;
}

async function explainLater(error: CodeError, program: Program): Promise<Explained | null> {
  const [{ explain }, { seeError }, { rulesFor }, { loadExplainWords }] = await Promise.all([
    import('../../core/explain/explain.ts'),
    import('../../core/explain/seen-error.ts'),
    import('../../core/explain/rules-for.ts'),
    import('../../i18n/load-explain-words.ts'),
  ]);
  const [rules, say] = await Promise.all([rulesFor(program.language), loadExplainWords(program.language)]);
  const found = explain(seeError(error, program), rules);
  return found === null ? null : { words: say(found.rule, found.params), place: found.place };
}
