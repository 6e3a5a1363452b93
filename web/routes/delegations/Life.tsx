import {
  CalendarIcon,
  CheckmarkIcon,
  ClockDashedIcon,
  EyeIcon,
  MinusIcon,
  PaperplaneIcon,
  XMarkIcon,
} from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { dayText, lastDayText, momentText } from '../../ui/day.ts';
import styles from './life.module.css';
import { type Happening, lifeOf } from './life.ts';

const icons = {
  proposed: PaperplaneIcon,
  accepted: CheckmarkIcon,
  declined: XMarkIcon,
  withdrawn: MinusIcon,
  revoked: XMarkIcon,
  relinquished: MinusIcon,
  lapsed: MinusIcon,
  expired: ClockDashedIcon,
  reviewed: EyeIcon,
  begins: CalendarIcon,
  review: EyeIcon,
  ends: ClockDashedIcon,
} as const;

/** The whole life of a delegation, one thing after the other; what is to come is told apart by word and by a broken line. */
export function Life({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <Heading level="2" size="small" spacing>
        {t('life.title')}
      </Heading>
      <ol className={styles.life}>
        {lifeOf(view, Date.now()).map((happening) => (
          <Moment key={`${happening.kind} ${happening.at}`} happening={happening} />
        ))}
      </ol>
    </section>
  );
}

function Moment({ happening }: { happening: Happening }) {
  const { t } = useTranslation();
  const { kind, at, ahead, by, text, countsFrom } = happening;
  const Icon = icons[kind];
  return (
    <li data-ahead={ahead || undefined}>
      <span className={styles.sign}>
        <Icon aria-hidden fontSize="1.25rem" />
      </span>
      <p className={styles.what}>
        <strong>{t(`life.${kind}`)}</strong>
        {by && <span>{t('life.by', { name: by })}</span>}
      </p>
      <p className={styles.when}>
        <time dateTime={at}>{whenOf(kind, at)}</time>
        {isOverdue(happening) && <strong> {t('life.overdue')}</strong>}
      </p>
      {countsFrom && <p>{t('life.countsFrom', { moment: momentText(countsFrom) })}</p>}
      {text && <p className={styles.text}>{text}</p>}
    </li>
  );
}

/** Ends are exclusive: what runs out at midnight, runs out with the day before. */
function whenOf(kind: Happening['kind'], at: string): string {
  if (kind === 'ends' || kind === 'expired' || kind === 'review') return lastDayText(at);
  return kind === 'begins' ? dayText(at) : momentText(at);
}

const isOverdue = ({ kind, at }: Happening): boolean => kind === 'review' && Date.parse(at) <= Date.now();
