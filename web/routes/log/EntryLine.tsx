import { XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LogEntryView } from '../../api/schema.ts';
import { momentText } from '../../ui/day.ts';
import styles from './log.module.css';
import { typeText } from './words.ts';

/** One entry: what happened, who did it, whom and what it is about, and the reason that was given. */
export function EntryLine({ entry }: { entry: LogEntryView }) {
  const { t } = useTranslation();
  const { seq, at, type, actor, named, payload, erased } = entry;
  const about = named.filter(({ id }) => id !== actor.id);
  const { reason } = payload ?? {};
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <time dateTime={at}>{momentText(at)}</time> <span>{t('log.number', { seq })}</span>
      </p>
      <div>
        <Link to="/log/$seq" params={{ seq: String(seq) }} className={styles.what}>
          {typeText(type, t)}
        </Link>
        {type.endsWith('.refused') && <RefusedTag />}
        <p>
          {t('log.by', { name: actor.name ?? t('log.nobody') })}
          {about.length > 0 && ` · ${about.map(({ name }) => name).join(' · ')}`}
        </p>
        {typeof reason === 'string' && <p className={styles.reason}>«{reason}»</p>}
        {erased && <p className={styles.reason}>{t('log.erased', { day: momentText(erased.at) })}</p>}
      </div>
    </li>
  );
}

function RefusedTag() {
  const { t } = useTranslation();
  return (
    <Tag
      size="small"
      variant="moderate"
      data-color="danger"
      icon={<XMarkOctagonIcon aria-hidden />}
      className={styles.tag}
    >
      {t('log.refused')}
    </Tag>
  );
}
