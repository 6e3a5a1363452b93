import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageInUse } from '../../app/language.ts';
import { occupations } from './queries.ts';

/** An occupation in the reader's language; a protected title only for whoever may carry it (hpl-74). */
export function useOccupationNames(): (code: string, practises: boolean) => string {
  useTranslation();
  const { data } = useQuery(occupations());
  return (code, practises) => {
    const found = data?.items.find((occupation) => occupation.code === code);
    return (practises ? found?.title : found?.plainName)?.[languageInUse()] ?? code;
  };
}
