import { Button, Heading } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MemberView, OpenInvitationView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './members.module.css';
import { members, openInvitations, withdrawInvitation } from './queries.ts';

/** Everybody with a login here, and those who are invited and have not come yet. */
export function Members() {
  const { t } = useTranslation();
  const joined = useInfiniteQuery(members());
  const invited = useInfiniteQuery(openInvitations());
  return (
    <Page title={t('member.title')} lead={t('member.lead')}>
      <p>
        <LinkButton to="/invitations/new">{t('member.invite')}</LinkButton>
      </p>
      <Answered query={joined}>{(list) => <Joined members={list} />}</Answered>
      <More query={joined} />
      <Answered query={invited}>{(list) => <Invited invitations={list} />}</Answered>
      <More query={invited} />
    </Page>
  );
}

function Joined({ members: list }: { members: readonly MemberView[] }) {
  return (
    <ul className={styles.list}>
      {list.map((member) => (
        <Row key={member.id} member={member} />
      ))}
    </ul>
  );
}

function Row({ member: { id, user, roles, auditorUntil } }: { member: MemberView }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/members/$id" params={{ id }}>
        {user.name}
      </Link>
      <span className={styles.email}>{user.email}</span>
      <span>
        {roles.map((role) => t(`role.${role}`)).join(', ')}
        {auditorUntil && ` (${t('member.until', { day: lastDayText(auditorUntil) })})`}
      </span>
    </li>
  );
}

function Invited({ invitations }: { invitations: readonly OpenInvitationView[] }) {
  const { t } = useTranslation();
  const withdraw = useAct({
    send: ({ id }: OpenInvitationView) => withdrawInvitation(id),
    done: ({ email }) => t('member.withdrawn', { email }),
  });
  if (invitations.length === 0) return null;
  return (
    <section className={styles.invited} aria-labelledby="invited">
      <Heading level="2" size="small" id="invited">
        {t('member.invited')}
      </Heading>
      <ProblemAlert problem={withdraw.error} />
      <ul>
        {invitations.map((one) => (
          <Invitation key={one.id} invitation={one} onWithdraw={() => withdraw.mutate(one)} />
        ))}
      </ul>
    </section>
  );
}

interface Waiting {
  readonly invitation: OpenInvitationView;
  readonly onWithdraw: () => void;
}

function Invitation({ invitation: { email, roles, expiresAt }, onWithdraw }: Waiting) {
  const { t } = useTranslation();
  return (
    <li>
      <span>
        {email}
        <br />
        <span>
          {roles.map((role) => t(`role.${role}`)).join(', ')},{' '}
          {t('member.expires', { day: dayText(expiresAt) })}
        </span>
      </span>
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        aria-label={t('member.withdrawOf', { email })}
        onClick={onWithdraw}
      >
        {t('member.withdraw')}
      </Button>
    </li>
  );
}
