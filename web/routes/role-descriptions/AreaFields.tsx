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
  return (
    <fieldset className={styles.area}>
      <legend>{title || t(`area.${code}`)}</legend>
      <TextField
        label={t('editor.areaTitle')}
        {...field(`areas.${place}.title`, { required: t('editor.areaTitleMissing') })}
      />
      <TasksHere area={title} place={place} tasks={tasks} chosen={chosen} onChange={set} />
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

interface Contained {
  readonly area: string;
  readonly place: number;
  readonly tasks: readonly TaskView[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

function TasksHere({ area, place, tasks, chosen, onChange }: Contained) {
  const { t } = useTranslation();
  const known = new Map(tasks.map((task) => [task.id, task]));
  if (chosen.length === 0) return <p>{t('roleDescription.noTasks')}</p>;
  const takeOut = (id: string) => {
    onChange(chosen.filter((other) => other !== id));
    document.getElementById(`areas.${place}.add`)?.focus();
  };
  return (
    <ul className={styles.tasks} aria-label={t('editor.tasksOf', { area })}>
      {chosen.map((id) => (
        <TaskHere key={id} name={known.get(id)?.name} onTakeOut={() => takeOut(id)} />
      ))}
    </ul>
  );
}

function TaskHere({ name, onTakeOut }: { name: string | undefined; onTakeOut: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <span>{name}</span>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={<TrashIcon title={t('editor.takeOut', { task: name ?? '' })} />}
        onClick={onTakeOut}
      />
    </li>
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
        <TaskOptions tasks={tasks} first={first} />
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

function TaskOptions({ tasks, first }: Pick<Offered, 'tasks' | 'first'>) {
  const { t } = useTranslation();
  const order = [first, ...areas.filter((code) => code !== first)];
  return order.map((code) => (
    <optgroup key={code} label={t(`area.${code}`)}>
      {tasks
        .filter((task) => task.area === code)
        .map((task) => (
          <option key={task.id} value={task.id}>
            {task.name}
          </option>
        ))}
    </optgroup>
  ));
}
