import type { CodeLanguage } from '../../../db/models/enums.ts';
import type { Engine } from './engine.ts';

/** The engines of this build, each in a chunk of its own. Rejects when a file of it cannot be had. */
export async function loadEngine(language: CodeLanguage): Promise<Engine> {
  switch (language) {
    case 'javascript':
    case 'typescript':
      return (await import('./javascript/engine.ts')).loadJavaScript();
    case 'python':
      return (await import('./python/engine.ts')).loadPython();
  }
}
