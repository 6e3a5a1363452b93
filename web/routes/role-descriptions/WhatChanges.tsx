import { Heading, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { RoleDescriptionView, TaskView } from '../../api/schema.ts';
import { templates } from '../catalogue/queries.ts';
import { changesBetween } from './changes.ts';
import { Differences } from './Differences.tsx';
import styles from './editor.module.css';
import { builtOn, contentOf, contentOfTemplate, type Written } from './written.ts';

interface Given {
  readonly form: UseFormReturn<Written>;
  readonly base: RoleDescriptionView;
  readonly tasks: readonly TaskView[];
}

/** The draft against the version it builds on, or against the national template. */
export function WhatChanges({ form, base, tasks }: Given) {
  const { t } = useTranslation();
  const [against, setAgainst] = useState<'version' | 'template'>('version');
  const { data: all = [] } = useQuery({ ...templates(), enabled: base.templateCode !== null });
  const template = all.find(({ code }) => code === base.templateCode);
  const known = new Map(tasks.map((task) => [task.id, task]));
  const [areas, obligations] = form.watch(['areas', 'obligations']);
  const from =
    against === 'template' && template ? contentOfTemplate(template) : contentOf(builtOn(base), known);
  return (
    <section className={styles.changes} aria-labelledby="changes">
      <Heading level="2" size="small" id="changes">
        {t('editor.changes')}
      </Heading>
      {template && (
        <div className={styles.base}>
          <Select
            label={t('editor.against')}
            value={against}
            onChange={({ target }) => setAgainst(target.value === 'template' ? 'template' : 'version')}
          >
            <option value="version">{t('roleDescription.version', { number: base.version })}</option>
            <option value="template">{t('diff.template')}</option>
          </Select>
        </div>
      )}
      <Differences changes={changesBetween(from, contentOf({ areas, obligations }, known))} level="3" />
    </section>
  );
}
