import { Button, CopyButton, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { DelegationView } from '../../../api/schema.ts';
import { useSession } from '../../../app/session.ts';
import { AbstainDialog } from '../../responsibilities/AbstainDialog.tsx';
import styles from './redelegation.module.css';

/** The ways that are open: a new delegation by somebody who holds the task, or to leave the task be. */
export function Instead({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { person, roles } = useSession();
  const isMine = person?.id === view.delegatee.id;
  return (
    <section>
      <Heading level="2" size="small" spacing>
        {t('redelegation.insteadTitle')}
      </Heading>
      <ul className={styles.ways}>
        <Ask view={view} />
        {roles.includes('manager') && <Suggested taskId={view.task.id} />}
        {isMine && <LeaveIt view={view} />}
      </ul>
    </section>
  );
}

/** Whoever delegated may delegate to one more: a request to copy, with the way to do it. */
function Ask({ view: { task, delegator } }: { view: DelegationView }) {
  const { t } = useTranslation();
  const request = t('redelegation.request', {
    name: delegator.name,
    task: task.name,
    address: `${location.origin}/delegations/new?taskId=${task.id}`,
  });
  return (
    <li>
      <Heading level="3" size="xsmall">
        {t('redelegation.ask', { name: delegator.name })}
      </Heading>
      <p>{t('redelegation.askText', { name: delegator.name })}</p>
      <CopyButton
        copyText={request}
        text={t('redelegation.copy')}
        activeText={t('redelegation.copied')}
        variant="action"
        className={styles.copy}
      />
    </li>
  );
}

/** Whoever has the task may say not to master it, or give it up. */
function LeaveIt({ view: { id, task, can } }: { view: DelegationView }) {
  const { t } = useTranslation();
  const [abstaining, setAbstaining] = useState(false);
  return (
    <li>
      <Heading level="3" size="xsmall">
        {t('redelegation.cannot')}
      </Heading>
      <p>{t('redelegation.cannotText')}</p>
      <div className={styles.acts}>
        <Button variant="secondary" onClick={() => setAbstaining(true)}>
          {t('abstention.begin')}
        </Button>
        {can.relinquishment && (
          <Link to="/delegations/$id" params={{ id }}>
            {t('redelegation.relinquish')}
          </Link>
        )}
      </div>
      {abstaining && <AbstainDialog task={task} onClose={() => setAbstaining(false)} />}
    </li>
  );
}

/** A manager sees who else could leave the task to others. */
function Suggested({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['suggestions', { taskId }],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/suggestions', { params: { query: { taskId } }, signal })),
  });
  if (!data) return null;
  const names = data.delegators.map(({ person }) => person.name);
  return (
    <li>
      <Heading level="3" size="xsmall">
        {t('redelegation.others')}
      </Heading>
      {names.length === 0 ? (
        <p>{t('redelegation.noOthers')}</p>
      ) : (
        <ul>
          {[...new Set(names)].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
