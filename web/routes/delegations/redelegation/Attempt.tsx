import { BodyLong, Button, Heading } from '@navikt/ds-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { DelegationView } from '../../../api/schema.ts';
import { momentText } from '../../../ui/day.ts';
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx';
import { Refusals } from '../../../ui/Refusals.tsx';
import styles from './redelegation.module.css';

/** To try it all the same: the API says no and writes the attempt in the log, and that is said, too. */
export function Attempt({ view: { id } }: { view: DelegationView }) {
  const { t } = useTranslation();
  const attempt = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/delegations/{id}/delegations', { params: { path: { id } } })),
  });
  const { error, submittedAt } = attempt;
  const isRefused = error instanceof ApiProblem && error.refusals.length > 0;
  return (
    <section className={styles.attempt}>
      <Heading level="2" size="small" spacing>
        {t('redelegation.tryTitle')}
      </Heading>
      <BodyLong spacing>{t('redelegation.tryText')}</BodyLong>
      <Button
        variant="secondary"
        data-color="danger"
        loading={attempt.isPending}
        onClick={() => attempt.mutate()}
      >
        {t('redelegation.try')}
      </Button>
      {isRefused && <Logged refusals={error.refusals} at={submittedAt} />}
      {!isRefused && <ProblemAlert problem={error} />}
    </section>
  );
}

function Logged({ refusals, at }: { refusals: ApiProblem['refusals']; at: number }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.logged}>
      <Refusals refusals={refusals} title={t('redelegation.refused')} />
      <p>{t('redelegation.loggedAt', { moment: momentText(new Date(at).toISOString()) })}</p>
    </div>
  );
}
