import { Chips } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { AreaView } from '../../api/schema.ts';
import styles from './responsibilities.module.css';
import { bases, myResponsibilitiesRoute } from './routes.ts';

/** One ground at a time, and how many tasks rest on it; left out where all tasks have the same. */
export function BasisFilter({ areas }: { areas: readonly AreaView[] }) {
  const { t } = useTranslation();
  const { basis } = myResponsibilitiesRoute.useSearch();
  const navigate = myResponsibilitiesRoute.useNavigate();
  const held = areas.flatMap(({ tasks }) => tasks.map((task) => task.basis));
  const found = bases.filter((one) => held.includes(one));
  if (found.length < 2 && !basis) return null;
  const choose = (next: typeof basis) => navigate({ search: { basis: next }, replace: true });
  return (
    <Chips className={styles.filter} aria-label={t('responsibilities.filter')}>
      <Chips.Toggle selected={!basis} onClick={() => choose(undefined)}>
        {t('responsibilities.all', { count: held.length })}
      </Chips.Toggle>
      {found.map((one) => (
        <Chips.Toggle key={one} selected={basis === one} onClick={() => choose(one)}>
          {`${t(`basis.${one}`)} (${held.filter((it) => it === one).length})`}
        </Chips.Toggle>
      ))}
    </Chips>
  );
}
