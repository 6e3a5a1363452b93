import { ClockDashedIcon } from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import { dayOver, writtenDay } from '../../ui/day.ts';
import styles from './matrix.module.css';
import { matrixRoute } from './routes.ts';

/** Said where it is not shown by what is known now: what has been recorded since is not seen. */
export function AsOf() {
  const { knownDay } = matrixRoute.useSearch();
  const text = useAsOf();
  return (
    <div role="status">
      {knownDay && text && (
        <p className={styles.asOf}>
          <ClockDashedIcon aria-hidden fontSize="1.5rem" />
          {text}
        </p>
      )}
    </div>
  );
}

/** As of when it is shown, in a sentence; null for now. */
export function useAsOf(): string | null {
  const { t } = useTranslation();
  const { at, knownDay } = matrixRoute.useSearch();
  const day = at && writtenDay(at);
  if (!knownDay || !dayOver(knownDay)) return day ? t('matrix.onDay', { day }) : null;
  const known = writtenDay(knownDay);
  return day ? t('matrix.known', { day, known }) : t('matrix.knownThen', { known });
}
