import { Button, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { PersonAttended, TeachingDetailView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allPeople } from '../../ui/choices.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { teaching } from './queries.ts';
import { attendanceRoute } from './routes.ts';
import styles from './teaching.module.css';

const words = ['present', 'partly', 'absent'] as const;
type Word = (typeof words)[number];

/** Who came, one by one or all at once; said again, it is a correction. */
export function AttendancePage() {
  const { t } = useTranslation();
  const { id } = attendanceRoute.useParams();
  const query = useQuery(teaching(id));
  return (
    <Page title={t('teaching.attend')} lead={query.data?.title}>
      <Answered query={query}>{(view) => <Attendance view={view} />}</Answered>
    </Page>
  );
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly before: Word | undefined;
}

/** Those who were to come and those who came, then whoever is added by hand. */
function listed(view: TeachingDetailView, others: readonly { id: string; name: string }[], added: string[]) {
  const known = view.people
    .filter(({ participation, attendance }) => attendance || !gone(participation))
    .map(({ person, attendance }): Listed => ({ ...person, before: attendance?.status }));
  const more = others
    .filter(({ id }) => added.includes(id) && !known.some((one) => one.id === id))
    .map(({ id, name }): Listed => ({ id, name, before: undefined }));
  return [...known, ...more];
}

const gone = (participation: string | null): boolean =>
  participation === 'withdrawn' || participation === 'signed-off';

function Attendance({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const { data: all = [] } = useQuery(allPeople());
  const [said, setSaid] = useState<Said>({});
  const [added, setAdded] = useState<string[]>([]);
  const people = listed(view, all, added);
  return (
    <>
      <Button variant="secondary" onClick={() => setSaid((now) => allPresent(people, now))}>
        {t('teaching.allPresent')}
      </Button>
      <ul className={styles.came}>
        {people.map((one) => (
          <Came
            key={one.id}
            one={one}
            said={said[one.id]}
            onSaid={(word) => setSaid((now) => ({ ...now, [one.id]: word }))}
          />
        ))}
      </ul>
      <Another all={all} known={people} onChosen={(id) => setAdded((now) => [...now, id])} />
      <Save view={view} told={newIn(people, said)} />
    </>
  );
}

type Said = Readonly<Record<string, Word | ''>>;

/** Those of whom nothing is said yet: what somebody has chosen stays. */
const allPresent = (people: readonly Listed[], said: Said): Said => ({
  ...Object.fromEntries(people.filter(({ before }) => !before).map(({ id }) => [id, 'present'])),
  ...Object.fromEntries(Object.entries(said).filter(([, word]) => word !== '')),
});

const newIn = (people: readonly Listed[], said: Said): PersonAttended[] =>
  people.flatMap(({ id: personId, before }) => {
    const status = said[personId];
    return status && status !== before ? [{ personId, status }] : [];
  });

interface One {
  readonly one: Listed;
  readonly said: Word | '' | undefined;
  readonly onSaid: (word: Word | '') => void;
}

function Came({ one: { name, before }, said, onSaid }: One) {
  const { t } = useTranslation();
  return (
    <li>
      <span>{name}</span>
      <Select
        label={t('teaching.attendanceOf', { name })}
        hideLabel
        value={said ?? before ?? ''}
        onChange={({ target }) => onSaid(target.value as Word | '')}
      >
        {!before && <option value="">{t('teaching.notSaid')}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {t(`teaching.attendance.${word}`)}
          </option>
        ))}
      </Select>
    </li>
  );
}

function Save({ view, told }: { view: TeachingDetailView; told: PersonAttended[] }) {
  const { t } = useTranslation();
  const [nothing, setNothing] = useState(false);
  const record = useRecording(view);
  return (
    <>
      <ProblemAlert problem={record.error} />
      {nothing && told.length === 0 && <p role="alert">{t('teaching.nothingSaid')}</p>}
      <div className={styles.send}>
        <Button
          loading={record.isPending}
          onClick={() => (told.length === 0 ? setNothing(true) : record.mutate(told))}
        >
          {t('teaching.saveAttendance')}
        </Button>
      </div>
    </>
  );
}

function useRecording({ id }: TeachingDetailView) {
  const { t } = useTranslation();
  const navigate = attendanceRoute.useNavigate();
  return useAct({
    send: (people: PersonAttended[]) =>
      answerOf(api.POST('/api/v1/teaching/{id}/attendance', { params: { path: { id } }, body: { people } })),
    done: (_answer, { length }) => t('teaching.attended', { count: length }),
    onDone: () => navigate({ to: '/teaching/$id', params: { id } }),
  });
}

interface Choice {
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly known: readonly Listed[];
  readonly onChosen: (id: string) => void;
}

/** Whoever came without having been asked. */
function Another({ all, known, onChosen }: Choice) {
  const { t } = useTranslation();
  const others = all.filter(({ id }) => !known.some((one) => one.id === id));
  if (others.length === 0) return null;
  return (
    <Select
      key={known.length}
      label={t('teaching.another')}
      className={styles.another}
      defaultValue=""
      onChange={({ target }) => onChosen(target.value)}
    >
      <option value="">{t('form.choosePerson')}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
