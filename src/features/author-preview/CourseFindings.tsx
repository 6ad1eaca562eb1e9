import { groupBy } from '../../core/group-by.ts';
import { t } from '../../i18n/text.ts';
import type { PackError } from '../../packs/pack-error.ts';
import './course-findings.css';

/** All that is to mend, file by file, each from top to bottom. */
export function CourseFindings({ findings }: { findings: readonly PackError[] }) {
  return (
    <ul className="course-findings">
      {[...groupBy(findings, ({ file }) => file)].map(([file, found]) => (
        <li key={file} className="course-findings__file">
          <p className="course-findings__path"><code>{file}</code></p>
          <ol className="course-findings__list">
            {found.map((finding, index) => <Finding key={index} finding={finding} />)}
          </ol>
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding: { line, field, expected, found } }: { finding: PackError }) {
  return (
    <li className="course-findings__finding">
      <span className="course-findings__line">{t('preview.line', { line })}</span>
      <p>
        {field !== '' && <code className="course-findings__field">{field}</code>}
        {/* What an author writes stands between backticks. */}
        {t('preview.finding', { expected, found }).split('`').map((words, index) => (index % 2 === 0 ? words : <code key={index}>{words}</code>))}
      </p>
    </li>
  );
}
