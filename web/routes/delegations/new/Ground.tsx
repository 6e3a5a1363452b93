import { Radio, RadioGroup } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type UseFormReturn, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../api/schema.ts';
import { Answered } from '../../../ui/Answered.tsx';
import { useOccupationNames } from '../occupations.ts';
import { person } from '../queries.ts';
import type { Proposal } from './proposal.ts';

interface Asked {
  readonly form: UseFormReturn<Proposal>;
  readonly delegatorId: string;
}

const practised = ({ practiceRights }: PersonView) => [
  ...new Set(practiceRights.map(({ profession }) => profession)),
];

/** What somebody is authorised for or works as; the rules judge which of them will do. */
const groundsOf = (view: PersonView) => [
  ...new Set([...practised(view), ...view.engagements.map(({ occupation }) => occupation)]),
];

/** Where there is only one that can be meant, it is chosen from the start. */
export function useLikelyGround({ form, delegatorId }: Asked): void {
  const { data } = useQuery(person(delegatorId));
  useEffect(() => {
    if (!data || form.getValues('profession')) return;
    const rights = practised(data);
    const [only, another] = rights.length > 0 ? rights : groundsOf(data);
    if (only && !another) form.setValue('profession', only);
  }, [data, form]);
}

/** By virtue of what one leaves the task to somebody else. */
export function Ground({ form, delegatorId }: Asked) {
  const { t } = useTranslation();
  const query = useQuery(person(delegatorId));
  const nameOf = useOccupationNames();
  const rules = { required: t('delegate.professionMissing') };
  const { field, fieldState } = useController({ control: form.control, name: 'profession', rules });
  return (
    <Answered query={query}>
      {(view) => (
        <RadioGroup
          id="profession"
          tabIndex={-1}
          legend={t('delegate.profession')}
          description={t('delegate.professionHelp')}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        >
          {groundsOf(view).map((code) => (
            <Radio key={code} value={code}>
              {nameOf(code, practised(view).includes(code))}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </Answered>
  );
}
