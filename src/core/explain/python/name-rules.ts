import { nearestName } from '../nearest-name.ts';
import { says, type Rule } from '../rule.ts';

export const NAME_RULES: readonly Rule[] = [
  {
    id: 'python-name-misspelt',
    types: ['NameError'],
    match({ message, lines }) {
      const [, name] = /^name '(\w+)' is not defined/.exec(message) ?? [];
      const meant = name === undefined ? null : nearestName(name, lines.join('\n').match(/\b[A-Za-z_]\w*\b/g) ?? []);
      return name === undefined || meant === null ? null : { name, meant };
    },
  },
  { id: 'python-name-unknown', types: ['NameError'], match: says(/^name '(?<name>\w+)' is not defined/) },
];
