import { nearestName } from '../nearest-name.ts';
import { says, type Rule } from '../rule.ts';
import { defsIn, namesBound } from './program.ts';
import { rulesOf } from './rule-of.ts';
import { tokensOf } from './tokens.ts';
import { MODULES, PACKAGES } from './vocabulary.ts';

const missing = rulesOf('ModuleNotFoundError');
const named = rulesOf('ImportError');
const MISSING = /^No module named '(?<module>[\w.]+)'/;
const NAMED = /^cannot import name '(?<name>\w+)' from '(?<module>[\w.]+)'/;

export const IMPORT_RULES: readonly Rule[] = [
  missing('module-with-ending', says(/^No module named '(?<module>\w+)\.py'/)),
  missing('module-is-no-folder', says(/^No module named '(?<name>[\w.]+)'; '(?<module>[\w.]+)' is not a package/)),
  missing('package-not-here', (seen) => {
    const module = MISSING.exec(seen.message)?.groups?.module?.split('.')[0] ?? '';
    return PACKAGES.includes(module) ? { module } : null;
  }),
  missing('module-misspelt', (seen) => {
    const module = MISSING.exec(seen.message)?.groups?.module ?? '';
    const own = Object.keys(seen.files).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3));
    const meant = nearestName(module, [...own, ...Object.keys(MODULES), ...PACKAGES]);
    return meant === null ? null : { module, meant };
  }),
  missing('module-is-name', (seen) => {
    const module = MISSING.exec(seen.message)?.groups?.module ?? '';
    const home = Object.keys(MODULES).find((key) => MODULES[key]?.includes(module));
    return home === undefined ? null : { module, home };
  }),
  missing('module-missing', says(MISSING)),
  named('import-circle', says(/^cannot import name '(?<name>\w+)' from partially initialized module '(?<module>[\w.]+)'/)),
  named('own-file-hides-import', (seen) => {
    const { name, module } = NAMED.exec(seen.message)?.groups ?? {};
    return name !== undefined && module !== undefined && (seen.message.includes('consider renaming') || (Object.hasOwn(seen.files, `${module}.py`) && Object.hasOwn(MODULES, module))) ? { name, module, file: `${module}.py` } : null;
  }),
  named('import-name-misspelt', (seen) => {
    const { name, module } = NAMED.exec(seen.message)?.groups ?? {};
    if (name === undefined || module === undefined) return null;
    const text = seen.files[`${module}.py`];
    const meant = nearestName(name, text === undefined ? (MODULES[module] ?? []) : [...defsIn(text.split('\n')).map((def) => def.name), ...namesBound(tokensOf(text))]);
    return meant === null ? null : { name, module, meant };
  }),
  named('import-name-elsewhere', (seen) => {
    const { name, module } = NAMED.exec(seen.message)?.groups ?? {};
    const home = Object.keys(MODULES).find((key) => key !== module && name !== undefined && (MODULES[key]?.includes(name) ?? false));
    return name === undefined || module === undefined || home === undefined ? null : { name, module, home };
  }),
  named('import-name-missing', says(NAMED)),
  named('import-relative', says(/^attempted relative import/)),
];
