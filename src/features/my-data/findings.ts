import { t } from '../../i18n/text.ts';
import type { Cure, Finding } from '../../services/soundness/soundness-service.ts';

/** Findings that one thing mends, in plain words. */
export interface FindingGroup {
  readonly cure: Cure;
  readonly what: string;
  readonly mend: string;
  /** Row by row, for whoever wants to know; the first ones. */
  readonly rows: readonly string[];
}

const ORDER: readonly Cure[] = ['restart', 'journal', 'course', 'recompute', 'rewrite', 'none'];
const SHOWN = 20;

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  return ORDER.flatMap((cure) => {
    const own = findings.filter((finding) => finding.cure === cure);
    return own.length === 0 ? [] : [{ cure, ...wordsOf(cure, own), rows: own.slice(0, SHOWN).map(rowWords) }];
  });
}

function wordsOf(cure: Cure, findings: readonly Finding[]): { what: string; mend: string } {
  const count = new Set(findings.map(({ table, id }) => `${table} ${id}`)).size;
  switch (cure) {
    case 'restart':
      return { what: t('data.foundRestart', { tables: findings.map(({ table }) => t('data.table', { table })).join(', ') }), mend: t('data.mendRestart') };
    case 'journal':
      return { what: t('data.foundJournal', { count }), mend: t('data.mendJournal') };
    case 'course':
      return { what: t('data.foundCourse', { count }), mend: t('data.mendCourse') };
    case 'recompute':
      return { what: t('data.foundRecompute', { count }), mend: t('data.mendRecompute') };
    case 'rewrite':
      return { what: t('data.foundRewrite', { count }), mend: t('data.mendRewrite') };
    case 'none':
      return { what: t('data.foundNone', { count }), mend: t('data.mendNone') };
  }
}

function rowWords(finding: Finding): string {
  const table = t('data.table', { table: finding.table });
  switch (finding.kind) {
    case 'row':
      return t('data.rowAmiss', { table, field: finding.field, reason: finding.reason });
    case 'reference':
      return t('data.rowAlone', { table, field: finding.field });
    case 'double':
      return t('data.rowDouble', { table, field: finding.field });
    default:
      return `${table}: ${finding.id}`;
  }
}
