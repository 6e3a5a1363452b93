import { ArrowRightIcon, MinusCircleIcon, PlusCircleIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiffView, Obligation } from '../../api/schema.ts';
import { Bases } from './Content.tsx';
import styles from './role-descriptions.module.css';

type Changes = Pick<DiffView, 'added' | 'removed' | 'moved' | 'obligations'>;

interface Told {
  readonly changes: Changes;
  readonly level: '2' | '3';
}

const icons = { added: PlusCircleIcon, removed: MinusCircleIcon, moved: ArrowRightIcon } as const;

/** What has come, gone and moved: told by word, sign and line, and by colour besides. */
export function Differences({ changes, level }: Told) {
  const { t } = useTranslation();
  const { added, removed, moved, obligations } = changes;
  const isSame = [added, removed, moved, obligations.added, obligations.removed].every(
    ({ length }) => length === 0,
  );
  if (isSame) return <p>{t('diff.same')}</p>;
  return (
    <>
      {added.length + removed.length + moved.length > 0 && <Tasks changes={changes} level={level} />}
      <Obligations changes={obligations} level={level} />
    </>
  );
}

function Tasks({ changes: { added, removed, moved }, level }: Told) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <Heading level={level} size="small">
        {t('diff.tasks')}
      </Heading>
      <ul className={styles.changes}>
        {added.map(({ area, task }) => (
          <Change key={`+ ${task.name} ${area}`} kind="added">
            <ins>{task.name}</ins> <Quiet>{t(`area.${area}`)}</Quiet>
          </Change>
        ))}
        {removed.map(({ area, task }) => (
          <Change key={`- ${task.name} ${area}`} kind="removed">
            <del>{task.name}</del> <Quiet>{t(`area.${area}`)}</Quiet>
          </Change>
        ))}
        {moved.map(({ task, fromArea, toArea }) => (
          <Change key={`> ${task.name}`} kind="moved">
            {task.name}{' '}
            <Quiet>{t('diff.fromTo', { from: t(`area.${fromArea}`), to: t(`area.${toArea}`) })}</Quiet>
          </Change>
        ))}
      </ul>
    </section>
  );
}

function Obligations({ changes, level }: { changes: Changes['obligations']; level: '2' | '3' }) {
  const { t } = useTranslation();
  if (changes.added.length + changes.removed.length === 0) return null;
  return (
    <section className={styles.section}>
      <Heading level={level} size="small">
        {t('roleDescription.obligations')}
      </Heading>
      <ul className={styles.changes}>
        {changes.added.map((obligation) => (
          <Change key={`+ ${keyOf(obligation)}`} kind="added">
            <ins>{obligation.text}</ins> <Bases obligation={obligation} />
          </Change>
        ))}
        {changes.removed.map((obligation) => (
          <Change key={`- ${keyOf(obligation)}`} kind="removed">
            <del>{obligation.text}</del> <Bases obligation={obligation} />
          </Change>
        ))}
      </ul>
    </section>
  );
}

const keyOf = ({ text, legalBases }: Obligation): string => [text, ...legalBases].join(' ');

function Change({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <li className={styles[kind]}>
      <Icon aria-hidden fontSize="1.25rem" />
      <strong>{t(`diff.${kind}`)}</strong>
      <span>{children}</span>
    </li>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className={styles.quiet}>{children}</span>;
