import { Button, Modal, Switch } from '@navikt/ds-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';
import { showHelp, turnShortcuts, useShortcuts } from './shortcuts.ts';

/** Keys on their own act only outside of fields, and not at all for those who have turned them off (WCAG 2.1.4). */
export function Shortcuts() {
  const { t } = useTranslation();
  const { on, helpOpen } = useShortcuts();
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => listen(event, () => router.navigate({ to: '/search' }));
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, router]);
  if (!helpOpen) return null;
  return (
    <Modal open header={{ heading: t('shortcuts.title') }} onClose={() => showHelp(false)} width="small">
      <Modal.Body>
        <dl className={styles.keys}>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{t('search.label')}</dd>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('shortcuts.help')}</dd>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('shortcuts.escape')}</dd>
        </dl>
        <Switch checked={on} onChange={(event) => turnShortcuts(event.target.checked)}>
          {t('shortcuts.on')}
        </Switch>
      </Modal.Body>
      <Modal.Footer>
        <Button onClick={() => showHelp(false)}>{t('app.close')}</Button>
      </Modal.Footer>
    </Modal>
  );
}

function listen(event: KeyboardEvent, toSearch: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === '?') showHelp(true);
  if (event.key !== '/') return;
  // The key itself must not be typed into the field that it leads to.
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLElement>('input[data-search]')];
  const shown = fields.find((field) => field.checkVisibility());
  if (shown) shown.focus();
  else toSearch();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
