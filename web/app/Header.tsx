import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { Select } from '@navikt/ds-react';
import { Link, useLocation, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { useAct } from './act.ts';
import { SearchField } from './SearchField.tsx';
import { useBecome, useSession } from './session.ts';
import styles from './shell.module.css';
import { UserMenu } from './UserMenu.tsx';

export function Header() {
  const { t } = useTranslation();
  const { q } = useSearch({ strict: false });
  const isSearching = useLocation().pathname === '/search';
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand}>
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span>Fullmakt</span>
      </Link>
      <Clinic />
      <div className={styles.search}>
        <SearchField q={(isSearching && q) || ''} />
      </div>
      <Link to="/search" className={styles.searchLink} aria-label={t('search.title')}>
        <MagnifyingGlassIcon aria-hidden fontSize="1.5rem" />
      </Link>
      <UserMenu />
    </header>
  );
}

/** The name of the clinic, or a choice between those one belongs to. */
function Clinic() {
  const { t } = useTranslation();
  const { clinic, clinics } = useSession();
  const choose = useChooseClinic();
  if (clinics.length < 2) return <p className={styles.clinic}>{clinic?.name}</p>;
  return (
    <Select
      label={t('app.clinic')}
      hideLabel
      size="small"
      className={styles.clinic}
      value={clinic?.id ?? ''}
      onChange={(event) => choose.mutate(event.target.value)}
    >
      {clinics.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function useChooseClinic() {
  const { t } = useTranslation();
  const become = useBecome();
  const router = useRouter();
  return useAct({
    send: (clinicId: string) => answerOf(api.PUT('/api/v1/session/clinic', { body: { clinicId } })),
    done: ({ clinic }) => t('app.clinicChosen', { clinic: clinic?.name ?? '' }),
    onDone: (session) => {
      become(session);
      router.navigate({ to: '/' });
    },
  });
}
