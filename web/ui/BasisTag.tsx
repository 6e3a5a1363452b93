import { HandShakeHeartIcon, PersonIcon, SealCheckmarkIcon } from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { HeldTaskView } from '../api/schema.ts';

type Basis = HeldTaskView['basis'];

const shapes = {
  own: { icon: PersonIcon, variant: 'outline', color: 'neutral' },
  delegated: { icon: HandShakeHeartIcon, variant: 'moderate', color: 'accent' },
  approved: { icon: SealCheckmarkIcon, variant: 'strong', color: 'accent' },
} as const;

/** On what ground a task is held: told by word, sign and shape, never by colour alone. */
export function BasisTag({ basis }: { basis: Basis }) {
  const { t } = useTranslation();
  const { icon: Icon, variant, color } = shapes[basis];
  return (
    <Tag size="small" variant={variant} data-color={color} icon={<Icon aria-hidden />}>
      {t(`basis.${basis}`)}
    </Tag>
  );
}
