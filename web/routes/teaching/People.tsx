import { Button, Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TeachingDetailView, TeachingPersonView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from '../delegations/delegations.module.css';
import own from './teaching.module.css';

/** Who is to come and who came, for those who may see it. */
export function People({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const { people, tally, can, status } = view;
  const withdraw = useStriking(view);
  if (tally === null) return null;
  const told = words.filter((word) => tally[word] > 0 || (word === 'expected' && status === 'planned'));
  return (
    <section className={styles.section} aria-labelledby="people">
      <Heading level="2" size="small" id="people">
        {t('teaching.people')}
      </Heading>
      <p>{told.map((word) => t(`teaching.count.${word}`, { count: tally[word] })).join(' · ')}</p>
      <ProblemAlert problem={withdraw.error} />
      <ul className={own.people}>
        {people.map((one) => (
          <li key={one.person.id}>
            <strong>{one.person.name}</strong>
            <span>
              <Standing one={one} />
            </span>
            {can.invitation && isComing(one) && (
              <Strike name={one.person.name} onClick={() => withdraw.mutate(one.person.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const words = ['expected', 'present', 'partly', 'absent'] as const;

function Strike({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      variant="tertiary"
      data-color="neutral"
      aria-label={t('teaching.strikeOf', { name })}
      onClick={onClick}
    >
      {t('teaching.strike')}
    </Button>
  );
}

function useStriking({ id }: TeachingDetailView) {
  const { t } = useTranslation();
  return useAct({
    send: (personId: string) =>
      answerOf(
        api.POST('/api/v1/teaching/{id}/invitations/withdrawal', {
          params: { path: { id } },
          body: { personIds: [personId] },
        }),
      ),
    done: () => t('teaching.struck'),
  });
}

const isComing = ({ participation }: TeachingPersonView): boolean =>
  participation === 'invited' || participation === 'signed-up';

function Standing({ one: { participation, attendance, records } }: { one: TeachingPersonView }) {
  const { t } = useTranslation();
  const said = [
    attendance
      ? t(`teaching.attendance.${attendance.status}`)
      : participation && t(`teaching.participation.${participation}`),
    records.length > 0 && t('teaching.hasRecord'),
  ];
  return <>{said.filter(Boolean).join(' · ')}</>;
}
