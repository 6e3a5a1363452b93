import { Search } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Finds people, tasks and delegations; `/` leads here from anywhere. */
export function SearchField({ q, autoFocus = false }: { q: string; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (asked) navigate({ to: '/search', search: { q: asked } });
  };
  return (
    <search>
      <form action="/search" onSubmit={search}>
        <Search
          key={q}
          name="q"
          label={t('search.label')}
          placeholder={t('search.label')}
          variant="simple"
          size="small"
          defaultValue={q}
          autoFocus={autoFocus}
          data-search
        />
      </form>
    </search>
  );
}
