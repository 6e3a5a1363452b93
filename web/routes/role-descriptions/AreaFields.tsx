import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button, Select, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/schema.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { areas } from '../tasks/words.ts';
import type { Part } from './Editor.tsx';
import styles from './editor.module.css';

interface Placed extends Part {
  readonly place: number;
  readonly onRemove: () => void;
}

/** One area: what it is called here, and its tasks. */
export function AreaFields({ form, tasks, place, onRemove }: Placed) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { code, title, tasks: chosen } = form.watch(`areas.${place}`);
  const set = (ids: string[]) => form.setValue(`areas.${place}.tasks`, ids, { shouldDirty: true });
  const taken = new Set(form.watch('areas').flatMap((area) => area.tasks));
  const known = new Map(tasks.map((task) => [task.id, task]));
  return (
    <fieldset className={styles.area}>
      <legend>{title || t(`area.${code}`)}</legend>
      <TextField
        label={t('editor.areaTitle')}
        {...field(`areas.${place}.title`, { required: t('editor.areaTitleMissing') })}
      />
      <Chosen
        area={title}
        tasks={chosen.map((id) => ({ id, name: known.get(id)?.name ?? '' }))}
        onRemove={(id) => {
          set(chosen.filter((other) => other !== id));
          document.getElementById(`areas.${place}.add`)?.focus();
        }}
      />
      <NewTask
        id={`areas.${place}.add`}
        area={title}
        tasks={tasks.filter(({ id }) => !taken.has(id))}
        first={code}
        onAdd={(id) => set([...chosen, id])}
      />
      <div>
        <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onRemove}>
          {t('editor.removeArea', { area: title })}
        </Button>
      </div>
    </fieldset>
  );
}

interface Listed {
  readonly area: string;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly onRemove: (id: string) => void;
}

function Chosen({ area, tasks, onRemove }: Listed) {
  const { t } = useTranslation();
  if (tasks.length === 0) return <p>{t('roleDescription.noTasks')}</p>;
  return (
    <ul className={styles.tasks} aria-label={t('editor.tasksOf', { area })}>
      {tasks.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="neutral"
            icon={<TrashIcon title={t('editor.takeOut', { task: name })} />}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
}

interface Offered {
  readonly id: string;
  readonly area: string;
  readonly tasks: readonly TaskView[];
  /** The area whose tasks are offered first. */
  readonly first: TaskView['area'];
  readonly onAdd: (id: string) => void;
}

function NewTask({ id, area, tasks, first, onAdd }: Offered) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const order = [first, ...areas.filter((code) => code !== first)];
  const add = () => {
    if (chosen) onAdd(chosen);
    setChosen('');
  };
  return (
    <div className={styles.add}>
      <Select
        id={id}
        label={t('editor.addTaskTo', { area })}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{t('form.chooseTask')}</option>
        {order.map((code) => (
          <optgroup key={code} label={t(`area.${code}`)}>
            {tasks
              .filter((task) => task.area === code)
              .map((task) => (
                <option key={task.id} value={task.id}>
                  {task.name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <Button
        type="button"
        variant="secondary"
        data-color="neutral"
        icon={<PlusIcon aria-hidden />}
        onClick={add}
      >
        {t('editor.addTask')}
      </Button>
    </div>
  );
}
