import { Search } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentProps, type FormEvent, useId, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedBefore } from './where.ts';

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
        <Field
          key={q}
          name="q"
          label={t('search.label')}
          placeholder={t('search.label')}
          variant="simple"
          size="small"
          q={q}
          autoFocus={autoFocus}
          data-search
        />
      </form>
    </search>
  );
}

/** Goes on with what was typed into it before the page was awake: drawn first as the server drew it, without. */
function Field({ q, ...asked }: ComponentProps<typeof Search> & { q: string }) {
  const id = useId();
  const [begun] = useState(() => typedBefore(id));
  const [text, setText] = useState(q);
  useLayoutEffect(() => {
    if (begun) setText(begun);
  }, [begun]);
  return <Search {...asked} id={id} value={text} onChange={setText} />;
}
