import {
  HandShakeHeartIcon,
  MinusIcon,
  PersonIcon,
  SealCheckmarkIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import type { MatrixView } from '../../api/schema.ts';
import { daysUntil, dayText } from '../../ui/day.ts';
import { Mark } from './Mark.tsx';

const signs = {
  'own-duty': PersonIcon,
  'own-right': PersonIcon,
  delegation: HandShakeHeartIcon,
  approval: SealCheckmarkIcon,
} as const;

/** Refusals that have a short word of their own. */
const known = [
  'abstained',
  'banned',
  'competence-expired',
  'competence-level',
  'competence-missing',
  'delegatee-banned',
  'no-practice-right',
  'not-engaged',
  'right-limited',
] as const;

/** A change that is so near is told in the cell. */
const soon = 90;

/** May this person do this task: on what ground, or why not, in a word. */
export function VerdictMark({ matrix, line, person }: { matrix: MatrixView; line: number; person: number }) {
  const { t } = useTranslation();
  const answer = matrix.answers[matrix.cells[person]?.[line] ?? -1];
  if (!answer) return null;
  const near = answer.until && daysUntil(answer.until, Date.parse(matrix.at)) <= soon ? answer.until : null;
  const more = near && t('matrix.changes', { day: dayText(near) });
  const [basis] = answer.bases.map((place) => matrix.bases[place]);
  if (answer.allowed && basis)
    return (
      <Mark
        icon={signs[basis.kind]}
        tone={near ? 'soon' : 'yes'}
        word={t(`matrix.basis.${basis.kind}`)}
        more={more}
      />
    );
  const codes = answer.refusals.map(({ refusal }) => matrix.refusals[refusal]?.code);
  if (codes[0] === 'outside-role') return <Mark icon={MinusIcon} tone="none" word={t('matrix.notGiven')} />;
  const code = known.find((one) => codes.includes(one));
  return (
    <Mark
      icon={XMarkOctagonIcon}
      tone="no"
      word={code ? t(`matrix.refused.${code}`) : t('matrix.no')}
      more={more}
    />
  );
}
