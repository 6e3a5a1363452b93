import {
  BooksIcon,
  BulletListIcon,
  CalendarIcon,
  CircleSlashIcon,
  ClockDashedIcon,
  CogIcon,
  FileSearchIcon,
  FileTextIcon,
  FirstAidIcon,
  HandShakeHeartIcon,
  HatSchoolIcon,
  HourglassIcon,
  HouseIcon,
  KeyHorizontalIcon,
  KeyVerticalIcon,
  PencilBoardIcon,
  PersonCheckmarkIcon,
  PersonGroupIcon,
  QuestionmarkDiamondIcon,
  ReceiptIcon,
  SealCheckmarkIcon,
  TableIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { nb } from '../texts/nb.ts';
import type { Role } from './session.ts';

interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly text: keyof typeof nb.nav;
  readonly icon: typeof TasklistIcon;
  readonly roles: readonly Role[];
  /** Used every day by all of its roles or by some: one of the few that are always under the thumb on a phone. */
  readonly daily?: true | readonly Role[];
}

interface Group {
  readonly name: keyof typeof nb.navGroup;
  readonly places: readonly Place[];
}

const involved: readonly Role[] = ['staff', 'manager', 'auditor'];
const inspecting: readonly Role[] = ['manager', 'auditor'];
const everybody: readonly Role[] = ['staff', 'manager', 'auditor', 'administrator'];

/** Where one can go, in order, under headings; what each role sees of it. A place that one may not enter is told by the API, not here. */
const groups: readonly Group[] = [
  {
    name: 'mine',
    places: [
      { to: '/overview', text: 'overview', icon: HouseIcon, roles: ['manager'], daily: true },
      { to: '/me/responsibilities', text: 'myTasks', icon: TasklistIcon, roles: ['staff'], daily: true },
      { to: '/decisions', text: 'mayI', icon: QuestionmarkDiamondIcon, roles: ['staff'], daily: true },
    ],
  },
  {
    name: 'clinic',
    places: [
      { to: '/people', text: 'people', icon: PersonGroupIcon, roles: inspecting, daily: true },
      { to: '/role-descriptions', text: 'roleDescriptions', icon: FileTextIcon, roles: everybody },
      { to: '/tasks', text: 'tasks', icon: BulletListIcon, roles: everybody },
      { to: '/duties', text: 'duties', icon: PersonCheckmarkIcon, roles: ['manager'] },
      { to: '/clinic', text: 'clinicPolicy', icon: CogIcon, roles: ['manager'] },
    ],
  },
  {
    name: 'competence',
    places: [
      { to: '/me/competence', text: 'myCompetence', icon: ReceiptIcon, roles: ['staff'], daily: true },
      { to: '/matrix', text: 'matrix', icon: TableIcon, roles: inspecting, daily: ['manager'] },
      { to: '/needs', text: 'needs', icon: HourglassIcon, roles: inspecting },
      { to: '/competence-records', text: 'competenceRecords', icon: ReceiptIcon, roles: inspecting },
      { to: '/competences', text: 'competences', icon: BooksIcon, roles: inspecting },
      { to: '/coverage', text: 'coverage', icon: CalendarIcon, roles: inspecting },
      { to: '/abstentions', text: 'abstentions', icon: CircleSlashIcon, roles: inspecting },
      { to: '/teaching', text: 'teaching', icon: PencilBoardIcon, roles: involved },
      { to: '/training-plans', text: 'trainingPlans', icon: HatSchoolIcon, roles: involved },
    ],
  },
  {
    name: 'authority',
    places: [
      { to: '/delegations', text: 'delegations', icon: HandShakeHeartIcon, roles: involved, daily: true },
      { to: '/approvals', text: 'approvals', icon: SealCheckmarkIcon, roles: inspecting },
      { to: '/emergencies', text: 'emergencies', icon: FirstAidIcon, roles: ['manager'] },
    ],
  },
  {
    name: 'proof',
    places: [
      { to: '/log', text: 'log', icon: FileSearchIcon, roles: inspecting, daily: ['auditor'] },
      { to: '/review', text: 'review', icon: ClockDashedIcon, roles: inspecting, daily: ['auditor'] },
    ],
  },
  {
    name: 'access',
    places: [
      { to: '/members', text: 'members', icon: KeyVerticalIcon, roles: ['administrator'] },
      { to: '/api-tokens', text: 'apiTokens', icon: KeyHorizontalIcon, roles: ['administrator'] },
    ],
  },
];

/** The groups with something in them for these roles. */
export const groupsFor = (roles: readonly Role[]): Group[] =>
  groups
    .map(({ name, places }) => ({
      name,
      places: places.filter((place) => place.roles.some((role) => roles.includes(role))),
    }))
    .filter(({ places }) => places.length > 0);

export const placesFor = (roles: readonly Role[]): Place[] =>
  groupsFor(roles).flatMap(({ places }) => places);

/** What each role comes for, the most pressing first. */
const homes: readonly { readonly role: Role; readonly to: Place['to'] }[] = [
  { role: 'manager', to: '/overview' },
  { role: 'staff', to: '/me/responsibilities' },
  { role: 'auditor', to: '/log' },
  { role: 'administrator', to: '/members' },
];

/** Where one comes in. A login that belongs to nobody who works here has no tasks to be shown first. */
export function homeFor(roles: readonly Role[], isPerson: boolean): Place['to'] | undefined {
  const held = homes.filter(({ role }) => roles.includes(role));
  return (held.find(({ role }) => isPerson || role !== 'staff') ?? held[0])?.to;
}

/** What a phone has room for beside the way to everything; where all fit, there is no such way. */
const room = 4;

export function underTheThumb(roles: readonly Role[]): { readonly places: Place[]; readonly more: boolean } {
  const places = placesFor(roles);
  if (places.length <= room + 1) return { places, more: false };
  const isDaily = ({ daily = [] }: Place) => daily === true || daily.some((role) => roles.includes(role));
  return { places: places.filter(isDaily).slice(0, room), more: true };
}
