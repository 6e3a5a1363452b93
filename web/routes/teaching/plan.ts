import type { PlanTeaching, TeachingDetailView } from '../../api/schema.ts';
import { dayText, isoDay, momentText, osloInstant, timeOfDay, today } from '../../ui/day.ts';

export const kinds = ['course', 'internal-teaching', 'practice-day', 'meeting', 'e-learning'] as const;
type Kind = (typeof kinds)[number];

/** What is typed: day and times apart, topics one a line, and who holds it as somebody here or a name from outside. */
export interface Plan {
  kind: Kind;
  title: string;
  place: string;
  day: string;
  startsAt: string;
  endsAt: string;
  topics: string;
  heldBy: { personId: string; name: string };
  open: boolean;
  gives: { competenceId: string; level: string }[];
}

export const nothingYet = (competenceId?: string): Plan => ({
  kind: 'course',
  title: '',
  place: '',
  day: today(),
  startsAt: '',
  endsAt: '',
  topics: '',
  heldBy: { personId: '', name: '' },
  open: true,
  gives: competenceId ? [{ competenceId, level: '1' }] : [],
});

export const asPlanned = (view: TeachingDetailView): Plan => ({
  kind: view.kind,
  title: view.title,
  place: view.place ?? '',
  day: dayText(view.startsAt),
  startsAt: momentText(view.startsAt).slice(11),
  endsAt: momentText(view.endsAt).slice(11),
  topics: view.topics.join('\n'),
  heldBy: { personId: view.heldBy.personId ?? '', name: view.heldBy.personId ? '' : view.heldBy.name },
  open: view.open,
  gives: view.gives.map(({ competence, level }) => ({ competenceId: competence.id, level: String(level) })),
});

/** As the API takes it; the form has seen to it that the day and the times are such. */
export function planned({
  day,
  startsAt,
  endsAt,
  topics,
  heldBy,
  place,
  gives,
  ...plan
}: Plan): PlanTeaching {
  const on = isoDay(day) ?? '';
  const at = (typed: string) => osloInstant(on, timeOfDay(typed) ?? '00:00');
  return {
    ...plan,
    place: place.trim() || null,
    startsAt: at(startsAt),
    endsAt: at(endsAt),
    topics: topics
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    heldBy: heldBy.personId ? { personId: heldBy.personId } : { name: heldBy.name.trim() },
    gives: gives
      .filter(({ competenceId }) => competenceId)
      .map(({ competenceId, level }) => ({ competenceId, level: Number(level) })),
  };
}
