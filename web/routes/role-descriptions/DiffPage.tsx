import { Select, type SelectProps } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoleDescriptionView, VersionView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { Differences } from './Differences.tsx';
import { diff, type End, roleDescription, versions } from './queries.ts';
import styles from './role-descriptions.module.css';
import { diffRoute } from './routes.ts';

/** Two versions, or a version and the national template, set against each other; which two stands in the address. */
export function DiffPage() {
  const { t } = useTranslation();
  const { id } = diffRoute.useParams();
  const role = useQuery(roleDescription(id));
  const all = useQuery(versions(id));
  return (
    <Page
      title={role.data ? t('diff.titleOf', { name: role.data.name }) : t('diff.title')}
      lead={t('diff.lead')}
    >
      <Answered query={role}>
        {(view) => <Answered query={all}>{(list) => <Compared role={view} versions={list} />}</Answered>}
      </Answered>
      <p>
        <Link to="/role-descriptions/$id" params={{ id }} search={{}}>
          {t('roleDescription.backToOne')}
        </Link>
      </p>
    </Page>
  );
}

function Compared({ role, versions: list }: { role: RoleDescriptionView; versions: readonly VersionView[] }) {
  const { t } = useTranslation();
  const search = diffRoute.useSearch();
  const navigate = diffRoute.useNavigate();
  const last = list.at(-1)?.number ?? 1;
  const { from = list.length > 1 ? last - 1 : role.templateCode ? 'template' : last, to = last } = search;
  const query = useQuery(diff(role.id, from, to));
  const narrow = (by: { from?: End; to?: End }) => navigate({ search: { from, to, ...by }, replace: true });
  const ends = { versions: list, hasTemplate: role.templateCode !== null };
  return (
    <>
      <div className={styles.ends}>
        <EndSelect label={t('diff.from')} {...ends} value={from} onChoose={(end) => narrow({ from: end })} />
        <EndSelect label={t('diff.to')} {...ends} value={to} onChoose={(end) => narrow({ to: end })} />
      </div>
      <Answered query={query}>{(changes) => <Differences changes={changes} level="2" />}</Answered>
    </>
  );
}

interface Ends extends Pick<SelectProps, 'label'> {
  readonly versions: readonly VersionView[];
  readonly hasTemplate: boolean;
  readonly value: End;
  readonly onChoose: (end: End) => void;
}

function EndSelect({ versions: list, hasTemplate, value, onChoose, label }: Ends) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value === 'template' ? 'template' : Number(target.value))}
    >
      {hasTemplate && <option value="template">{t('diff.template')}</option>}
      {list.map(({ number, effectiveFrom }) => (
        <option key={number} value={number}>
          {t('roleDescription.versionFrom', { version: number, day: dayText(effectiveFrom) })}
        </option>
      ))}
    </Select>
  );
}
