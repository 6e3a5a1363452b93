import {
  ClockDashedIcon,
  FileSearchIcon,
  HandShakeHeartIcon,
  PersonGroupIcon,
  QuestionmarkDiamondIcon,
  SealCheckmarkIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import type { LinkProps } from '@tanstack/react-router';
import type { Role } from './session.ts';

interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly text: 'log' | 'mayI' | 'delegations' | 'approvals' | 'members' | 'myTasks' | 'review';
  readonly icon: typeof TasklistIcon;
  readonly roles: readonly Role[];
}

/** Where one can go, in order; what each role sees of it. A place that one may not enter is told by the API, not here. */
const places: readonly Place[] = [
  { to: '/me/responsibilities', text: 'myTasks', icon: TasklistIcon, roles: ['staff'] },
  { to: '/decisions', text: 'mayI', icon: QuestionmarkDiamondIcon, roles: ['staff'] },
  {
    to: '/delegations',
    text: 'delegations',
    icon: HandShakeHeartIcon,
    roles: ['staff', 'manager', 'auditor'],
  },
  { to: '/approvals', text: 'approvals', icon: SealCheckmarkIcon, roles: ['manager', 'auditor'] },
  { to: '/log', text: 'log', icon: FileSearchIcon, roles: ['auditor', 'manager'] },
  { to: '/review', text: 'review', icon: ClockDashedIcon, roles: ['auditor', 'manager'] },
  { to: '/members', text: 'members', icon: PersonGroupIcon, roles: ['administrator'] },
];

export const placesFor = (roles: readonly Role[]): Place[] =>
  places.filter((place) => place.roles.some((role) => roles.includes(role)));
