import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { CodeExercise, CodeFiles, ConstructRule } from '../../../db/models/exercise.ts';
import type { ConstructFinding } from './finding.ts';
import { JAVASCRIPT } from './javascript.ts';
import { PYTHON } from './python.ts';
import { isSourceFile, parse } from './syntax.ts';
import { walk, type Found } from './walk.ts';

/**
 * Every construct of a program, told from its syntax tree: comments and the insides of strings never count, and
 * `call:NAME` sees through imports, other names and being handed on, as far as syntax tells.
 */
export function findConstructs(language: CodeLanguage, file: string, text: string): readonly Found[] {
  const tree = parse(language, file, text);
  return walk({ language, text }, tree, language === 'python' ? PYTHON : JAVASCRIPT);
}

type Asked = Pick<CodeExercise, 'language' | 'constructs' | 'starter'>;

/** The rules of an exercise that these files break. Looked at is what the learner changed, else the file that runs. */
export function brokenConstructs({ language, constructs, starter }: Asked, files: CodeFiles): ConstructFinding[] {
  if (constructs.required.length + constructs.forbidden.length === 0) return [];
  const sources = Object.entries(files).filter(([file]) => isSourceFile(language, file));
  const changed = sources.filter(([file, text]) => text !== starter.files[file]);
  const looked = changed.length > 0 ? changed : sources.filter(([file]) => file === starter.entry);
  const found = looked.flatMap(([file, text]) => findConstructs(language, file, text).map((one) => ({ ...one, file, text })));
  const placesOf = ({ construct }: ConstructRule) => found.filter((one) => one.construct === construct);
  return [
    ...constructs.required
      .filter((rule) => placesOf(rule).length === 0)
      .map((rule): ConstructFinding => ({ kind: 'required', rule, places: [] })),
    ...constructs.forbidden.flatMap((rule): ConstructFinding[] => {
      // Something of the program's own may bear a forbidden name.
      const places = placesOf(rule).filter(({ isOwn }) => !isOwn);
      const where = places.slice(0, TOLD).map(({ file, text, at }) => ({ file, line: lineOf(text, at) }));
      return where.length === 0 ? [] : [{ kind: 'forbidden', rule, places: where }];
    }),
  ];
}

/** More places than that help nobody. */
const TOLD = 5;

/** From 1. */
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
