import { PersonCircleIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { useAct } from './act.ts';
import { later } from './later.ts';
import { useBecome, useSession } from './session.ts';
import styles from './shell.module.css';
import { showHelp } from './shortcuts.ts';

const Choices = later(async () => ({ default: (await import('./Choices.tsx')).Choices }));

/** Who one is, and how one wants the screens; a disclosure that closes with Escape and when the focus leaves. */
export function UserMenu() {
  const { user, person } = useSession();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => (open ? closing(menu.current, button.current, () => setOpen(false)) : undefined), [open]);
  return (
    <div className={styles.user} ref={menu}>
      <Button
        ref={button}
        variant="tertiary"
        data-color="neutral"
        icon={<PersonCircleIcon aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.userName}>{person?.name ?? user?.name}</span>
      </Button>
      {open && <Menu close={() => setOpen(false)} />}
    </div>
  );
}

function Menu({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const help = () => {
    close();
    showHelp(true);
  };
  return (
    <div className={styles.menu}>
      <p className={styles.menuName}>
        {user?.name}
        <br />
        <span>{user?.email}</span>
      </p>
      <Link to="/me" onClick={close}>
        {t('profile.title')}
      </Link>
      <Suspense>
        <Choices />
      </Suspense>
      <Button variant="tertiary" data-color="neutral" onClick={help}>
        {t('shortcuts.title')}
      </Button>
      <SignOut />
    </div>
  );
}

/** Escape gives the focus back to the button; a click or a focus elsewhere just closes. */
function closing(menu: HTMLElement | null, button: HTMLElement | null, close: () => void): () => void {
  const onKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    close();
    button?.focus();
  };
  const onElsewhere = ({ target }: Event) => {
    if (target instanceof Node && !menu?.contains(target)) close();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', onElsewhere);
  document.addEventListener('focusin', onElsewhere);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('pointerdown', onElsewhere);
    document.removeEventListener('focusin', onElsewhere);
  };
}

function SignOut() {
  const { t } = useTranslation();
  const become = useBecome();
  const signOut = useAct({
    send: () => answerOf(api.DELETE('/api/v1/session')),
    onDone: () => become(null),
  });
  return (
    <Button variant="secondary" loading={signOut.isPending} onClick={() => signOut.mutate()}>
      {t('app.signOut')}
    </Button>
  );
}
