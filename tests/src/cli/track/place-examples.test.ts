import { describe, expect, it } from 'vitest';
import { placeExamples } from '../../../../src/cli/track/place-examples.ts';

describe('a reference solution', () => {
  it('takes the name of the learner’s file', () => {
    expect(placeExamples({ '.meta/example.py': 'x' }, ['two_fer.py'])).toEqual({ 'two_fer.py': 'x' });
  });

  it('of as many files stands in their order', () => {
    expect(placeExamples({ '.meta/a.js': '1', '.meta/b.js': '2' }, ['x.js', 'y.js'])).toEqual({ 'x.js': '1', 'y.js': '2' });
  });

  it('goes by its files’ own names where they are the learner’s', () => {
    const names = ['lib/queue.js', 'main.js'];
    expect(placeExamples({ '.meta/main.js': 'm', '.meta/queue.js': 'q' }, names)).toEqual({ 'main.js': 'm', 'lib/queue.js': 'q' });
  });

  it('of more files has the rest beside', () => {
    expect(placeExamples({ '.meta/helper.py': 'h', '.meta/example.py': 'x' }, ['two_fer.py'])).toEqual({ 'two_fer.py': 'x', 'helper.py': 'h' });
  });

  it('of fewer files goes by its ending', () => {
    expect(placeExamples({ '.meta/example.ts': 'x' }, ['data.json', 'main.ts'])).toEqual({ 'main.ts': 'x' });
  });
});
