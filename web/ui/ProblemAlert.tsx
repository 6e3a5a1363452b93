import { BodyLong, Button, LocalAlert } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { Refusals } from './Refusals.tsx';

/** What went wrong, in the API's own sentence, with its grounds where a rule refused it. */
export function ProblemAlert({ problem, retry }: { problem: Error | null; retry?: () => unknown }) {
  const { t } = useTranslation();
  if (!problem) return null;
  const { title, detail, refusals } = wordsOf(problem, t('problem.title'), {
    unreachable: t('problem.unreachable'),
    other: t('problem.other'),
  });
  if (refusals.length > 0)
    return (
      <div role="alert">
        <Refusals refusals={refusals} title={t('problem.refused')} />
      </div>
    );
  return (
    <LocalAlert status="error">
      <LocalAlert.Header>
        <LocalAlert.Title>{title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong>{detail}</BodyLong>
        {retry && (
          <Button size="small" variant="secondary" data-color="neutral" onClick={retry}>
            {t('app.tryAgain')}
          </Button>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  );
}

function wordsOf(problem: Error, title: string, texts: { unreachable: string; other: string }) {
  if (!(problem instanceof ApiProblem)) return { title, detail: texts.other, refusals: [] };
  if (problem.status === 0) return { title, detail: texts.unreachable, refusals: [] };
  return {
    title: problem.title || title,
    // What is said of each field says more than that there are such fields.
    detail: problem.errors.map(({ detail }) => detail).join(' ') || problem.detail || texts.other,
    refusals: problem.refusals,
  };
}
