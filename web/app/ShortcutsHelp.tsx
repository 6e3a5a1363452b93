import { Button, Modal, Switch } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import styles from './shell.module.css';
import { showHelp, turnShortcuts, useShortcuts } from './shortcuts.ts';

/** What each key does, and a way to do without them. */
export function ShortcutsHelp() {
  const { t } = useTranslation();
  const { on } = useShortcuts();
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
