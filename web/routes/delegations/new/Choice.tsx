import { Radio, RadioGroup, Search } from '@navikt/ds-react';
import type { UseQueryResult } from '@tanstack/react-query';
import {
  type FieldPathByValue,
  type UseControllerReturn,
  type UseFormReturn,
  useController,
} from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../../ui/Answered.tsx';
import type { Proposal } from './proposal.ts';
import styles from './wizard.module.css';

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

interface Asked {
  readonly form: UseFormReturn<Proposal>;
  readonly name: FieldPathByValue<Proposal, string>;
  readonly legend: string;
  readonly missing: string;
  readonly search: string;
  readonly q: string;
  readonly onSearch: (q: string) => void;
  readonly query: UseQueryResult<unknown>;
  readonly found: readonly Option[];
  /** What is chosen, shown also where the search hides it. */
  readonly chosen: Option | undefined;
}

/** One of many, found by typing a part of the name. */
export function Choice({ search, q, onSearch, query, ...asked }: Asked) {
  const { form, name, missing } = asked;
  const controller = useController({ control: form.control, name, rules: { required: missing } });
  return (
    <>
      <Search
        label={search}
        hideLabel={false}
        variant="simple"
        value={q}
        onChange={onSearch}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <Answered query={query}>{() => <Options q={q} {...asked} {...controller} />}</Answered>
    </>
  );
}

type Shown = Pick<Asked, 'q' | 'name' | 'legend' | 'found' | 'chosen'> &
  Pick<UseControllerReturn<Proposal, FieldPathByValue<Proposal, string>>, 'field' | 'fieldState'>;

function Options({ q, name, legend, found, chosen, field, fieldState }: Shown) {
  const { t } = useTranslation();
  const hidden = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen] : [];
  return (
    <RadioGroup
      id={name}
      tabIndex={-1}
      legend={legend}
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
      className={styles.choice}
    >
      {[...hidden, ...found].map((option) => (
        <Radio key={option.id} value={option.id} description={option.more || undefined}>
          {option.name}
        </Radio>
      ))}
      {found.length === 0 && <p className={styles.none}>{t('delegate.noneFound', { q })}</p>}
    </RadioGroup>
  );
}
