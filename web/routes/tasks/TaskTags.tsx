import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/schema.ts';
import styles from './tasks.module.css';
import { kindsOf } from './words.ts';

/** What kind of task it is, in words. */
export function TaskTags({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const kinds = kindsOf(task);
  if (kinds.length === 0) return null;
  return (
    <span className={styles.tags}>
      {kinds.map((kind) => (
        <Tag
          key={kind}
          size="small"
          variant="outline"
          data-color={kind === 'contested' ? 'warning' : 'neutral'}
        >
          {t(`task.tag.${kind}`)}
        </Tag>
      ))}
    </span>
  );
}
