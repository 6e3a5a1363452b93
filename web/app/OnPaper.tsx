import { useTranslation } from 'react-i18next';
import { momentText } from '../ui/day.ts';
import { usePrinting } from './printing.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';

/** A sheet of paper says whose it is and when it was printed: what it shows changes, and the paper does not. */
export function OnPaper() {
  const { t } = useTranslation();
  const { clinic } = useSession();
  if (!usePrinting()) return null;
  return (
    <p className={styles.onPaper}>
      <span>{clinic?.name}</span>
      <span>{t('app.printed', { moment: momentText(new Date().toISOString()) })}</span>
    </p>
  );
}
