import { CheckmarkIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CatalogueCompetenceView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { languageInUse } from '../../app/language.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './competences.module.css';
import { nationalCompetences } from './queries.ts';
import { competencesRoute } from './routes.ts';
import { useValidity } from './useValidity.ts';

/** The national starter set: each with its sources, taken into use as it is, and then the clinic's own to change. */
export function National() {
  const { t } = useTranslation();
  const { q = '' } = competencesRoute.useSearch();
  const { data: own = [] } = useQuery(allCompetences());
  const query = useQuery(nationalCompetences());
  const ofCode = new Map(own.map(({ catalogueCode, id }) => [catalogueCode, id]));
  return (
    <Answered query={query}>
      {(all) => {
        const found = all.filter(({ name }) =>
          name[languageInUse()].toLocaleLowerCase('nb').includes(q.toLocaleLowerCase('nb')),
        );
        if (found.length === 0) return <EmptyState text={t('competence.noneFound')} />;
        return (
          <ul className={styles.list}>
            {found.map((view) => (
              <OneOfThem key={view.code} view={view} id={ofCode.get(view.code)} />
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}

/** `id`: of the clinic's, once it has been taken into use. */
function OneOfThem({ view, id }: { view: CatalogueCompetenceView; id: string | undefined }) {
  const { t } = useTranslation();
  const language = languageInUse();
  const { roles } = useSession();
  const validity = useValidity();
  const name = view.name[language];
  const adopt = useAct({
    send: () => answerOf(api.POST('/api/v1/competences', { body: { catalogueCode: view.code } })),
    done: () => t('competence.adopted', { name }),
  });
  return (
    <li className={styles.national}>
      <div>
        <strong>{name}</strong>
        <p>
          {t(`competence.kind.${view.kind}`)}, {validity(view.validityMonths)}
        </p>
        <p>{view.renewal[language]}</p>
        {view.authorities.map(({ strength, citation, says }) => (
          <p key={citation.nb}>
            {citation[language]}: {says[language]} ({t(`strength.${strength}`)})
          </p>
        ))}
        <ProblemAlert problem={adopt.error} />
      </div>
      {id ? (
        <Link to="/competences/$id" params={{ id }} className={styles.inUse}>
          <CheckmarkIcon aria-hidden />
          {t('competence.inUse')}
        </Link>
      ) : (
        roles.includes('manager') && (
          <Button
            variant="secondary"
            loading={adopt.isPending}
            aria-label={t('competence.adoptOf', { name })}
            onClick={() => adopt.mutate()}
          >
            {t('competence.adopt')}
          </Button>
        )
      )}
    </li>
  );
}
