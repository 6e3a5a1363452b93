import { useTranslation } from 'react-i18next';

/** For how long such competence lasts, in words. */
export function useValidity(): (months: number | null) => string {
  const { t } = useTranslation();
  return (months) =>
    months === null ? t('competence.lastsForever') : t('competence.lasts', { count: months });
}
