import { PlusIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { ApiTokenView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { pagesOf } from '../../ui/pages.ts';
import styles from './api-tokens.module.css';

const tokens = () =>
  pagesOf<ApiTokenView>(['api-tokens'], (cursor, signal) =>
    answerOf(api.GET('/api/v1/api-tokens', { params: { query: { cursor } }, signal })),
  );

/** What other systems come in with: what each may do, and until when. */
export function ApiTokensPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(tokens());
  return (
    <Page title={t('apiToken.title')} lead={t('apiToken.lead')}>
      <p>
        <LinkButton to="/api-tokens/new" icon={<PlusIcon aria-hidden />}>
          {t('apiToken.begin')}
        </LinkButton>
      </p>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={t('apiToken.none')} />
          ) : (
            <ul className={styles.list}>
              {found.map((token) => (
                <Token key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More query={query} />
    </Page>
  );
}

function Token({ token }: { token: ApiTokenView }) {
  const { t } = useTranslation();
  const { id, name, roles, createdAt, expiresAt } = token;
  const remove = useAct({
    send: () => {
      const params = { path: { id }, header: ifMatch(token) };
      return answerOf(api.DELETE('/api/v1/api-tokens/{id}', { params }));
    },
    done: () => t('apiToken.removed', { name }),
  });
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p>{roles.map((role) => t(`role.${role}`)).join(', ')}</p>
        <p className={styles.quiet}>
          {Date.parse(expiresAt) <= Date.now()
            ? t('apiToken.expired', { day: dayText(expiresAt) })
            : t('apiToken.dates', { from: dayText(createdAt), to: lastDayText(expiresAt) })}
        </p>
      </div>
      <ConfirmDialog
        title={t('apiToken.remove', { name })}
        text={t('apiToken.removeText', { name })}
        act={remove}
      />
    </li>
  );
}
