import { PlusIcon } from '@navikt/aksel-icons';
import { Button, Heading } from '@navikt/ds-react';
import { useState } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/schema.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { AreaSelect } from '../tasks/AreaSelect.tsx';
import { AreaFields } from './AreaFields.tsx';
import styles from './editor.module.css';
import { ObligationFields } from './ObligationFields.tsx';
import type { Written } from './written.ts';

export interface Part {
  readonly form: UseFormReturn<Written>;
  readonly tasks: readonly TaskView[];
}

/** Everything a version says: areas with their tasks, obligations, and from when. */
export function Editor({ form, tasks }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const areas = useFieldArray({ control: form.control, name: 'areas' });
  return (
    <>
      <section className={styles.part} aria-labelledby="areas-title">
        <Heading level="2" size="small" id="areas-title">
          {t('editor.areas')}
        </Heading>
        {areas.fields.map(({ id }, i) => (
          <AreaFields key={id} form={form} tasks={tasks} place={i} onRemove={() => areas.remove(i)} />
        ))}
        <NewArea form={form} onAdd={areas.append} />
      </section>
      <ObligationFields form={form} />
      <DayField
        label={t('editor.effectiveFrom')}
        {...field('effectiveFrom', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
    </>
  );
}

interface Adding extends Pick<Part, 'form'> {
  readonly onAdd: (area: Written['areas'][number]) => void;
}

/** Each area once. */
function useNewArea({ form, onAdd }: Adding) {
  const { t } = useTranslation();
  const [code, setCode] = useState<Written['areas'][number]['code'] | ''>('');
  const [isWrong, setWrong] = useState(false);
  const taken = form.watch('areas').map((area) => area.code);
  const add = () => {
    const isFree = code !== '' && !taken.includes(code);
    setWrong(!isFree);
    if (!isFree) return;
    onAdd({ code, title: t(`area.${code}`), tasks: [] });
    setCode('');
  };
  return { code, setCode, isWrong, add };
}

function NewArea(adding: Adding) {
  const { t } = useTranslation();
  const { code, setCode, isWrong, add } = useNewArea(adding);
  return (
    <div className={styles.add}>
      <AreaSelect
        id="areas"
        label={t('editor.newArea')}
        value={code}
        error={isWrong && t('editor.areaTaken')}
        onChange={({ target }) => setCode(target.value as typeof code)}
      />
      <Button
        type="button"
        variant="secondary"
        data-color="neutral"
        icon={<PlusIcon aria-hidden />}
        onClick={add}
      >
        {t('editor.addArea')}
      </Button>
    </div>
  );
}
