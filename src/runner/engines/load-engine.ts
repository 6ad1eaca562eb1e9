import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Engine, OnFraction } from './engine.ts';

export type LoadEngine = (language: CodeLanguage, onFraction: OnFraction) => Promise<Engine>;

/** The engines of this build, each in a chunk of its own; its files may be on their way still (`Engine.loaded`). */
export const loadEngine: LoadEngine = async (language, onFraction) => {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return (await import('./javascript/engine.ts')).loadJavaScript();
    case 'python':
      return (await import('./python/engine.ts')).loadPython(onFraction);
  }
};
