import type { DelegationView, stepKinds } from '../delegation/delegation.dto.js';
import { type Text, text } from '../law/legal-bases.js';
import type { Standing } from './letter.facts.js';

/** What stands at the top of every letter that gives no right, and of the one that does. */
export const standingWords: Readonly<Record<Standing, { readonly mark: Text; readonly says: Text }>> = {
  proposed: {
    mark: text('FORSLAG – gjelder ikke', 'FORSLAG – gjeld ikkje', 'PROPOSAL – not in force'),
    says: text(
      'Mottakeren har ikke godtatt delegeringen. Oppgaven kan ikke utføres på grunnlag av dette brevet.',
      'Mottakaren har ikkje godteke delegeringa. Oppgåva kan ikkje utførast på grunnlag av dette brevet.',
      'The recipient has not accepted the delegation. The task may not be carried out on the strength of this letter.',
    ),
  },
  unanswered: {
    mark: text('FORSLAG – gjelder ikke', 'FORSLAG – gjeld ikkje', 'PROPOSAL – not in force'),
    says: text(
      'Forslaget løp ut uten at mottakeren svarte.',
      'Forslaget gjekk ut utan at mottakaren svara.',
      'The proposal ran out before the recipient answered.',
    ),
  },
  declined: {
    mark: text('AVSLÅTT – gjelder ikke', 'AVSLÅTT – gjeld ikkje', 'DECLINED – not in force'),
    says: text(
      'Mottakeren avslo delegeringen.',
      'Mottakaren avslo delegeringa.',
      'The recipient declined the delegation.',
    ),
  },
  withdrawn: {
    mark: text('TRUKKET – gjelder ikke', 'TREKT – gjeld ikkje', 'WITHDRAWN – not in force'),
    says: text(
      'Forslaget ble trukket før mottakeren svarte.',
      'Forslaget vart trekt før mottakaren svara.',
      'The proposal was withdrawn before the recipient answered.',
    ),
  },
  coming: {
    mark: text('GODTATT – gjelder ikke ennå', 'GODTEKE – gjeld ikkje enno', 'ACCEPTED – not yet in force'),
    says: text(
      'Mottakeren har godtatt delegeringen. Den gjelder',
      'Mottakaren har godteke delegeringa. Ho gjeld',
      'The recipient has accepted the delegation. It is in force',
    ),
  },
  'in-force': {
    mark: text('GJELDER', 'GJELD', 'IN FORCE'),
    says: text('Delegeringen gjelder', 'Delegeringa gjeld', 'The delegation is in force'),
  },
  ended: {
    mark: text('OPPHØRT', 'OPPHØYRT', 'ENDED'),
    says: text(
      'Delegeringen gjelder ikke lenger. Oppgaven kan ikke utføres på grunnlag av dette brevet.',
      'Delegeringa gjeld ikkje lenger. Oppgåva kan ikkje utførast på grunnlag av dette brevet.',
      'The delegation is no longer in force. The task may not be carried out on the strength of this letter.',
    ),
  },
};

/** In one sentence, as the standing allows it to be said. */
export const introWords: Readonly<Record<'proposed' | 'stands' | 'ended', Text>> = {
  proposed: text(
    '{delegator} har foreslått å overlate oppgaven «{task}» til {delegatee} etter helsepersonelloven § 5.',
    '{delegator} har foreslått å overlate oppgåva «{task}» til {delegatee} etter helsepersonellova § 5.',
    '{delegator} has proposed to leave the task “{task}” to {delegatee} under Health Personnel Act § 5.',
  ),
  stands: text(
    '{delegator} overlater oppgaven «{task}» til {delegatee} etter helsepersonelloven § 5.',
    '{delegator} overlèt oppgåva «{task}» til {delegatee} etter helsepersonellova § 5.',
    '{delegator} leaves the task “{task}” to {delegatee} under Health Personnel Act § 5.',
  ),
  ended: text(
    '{delegator} hadde overlatt oppgaven «{task}» til {delegatee} etter helsepersonelloven § 5.',
    '{delegator} hadde overlate oppgåva «{task}» til {delegatee} etter helsepersonellova § 5.',
    '{delegator} had left the task “{task}” to {delegatee} under Health Personnel Act § 5.',
  ),
};

/** How one that has ended came to its end. */
export const endWords: Readonly<Partial<Record<DelegationView['status'], Text>>> = {
  revoked: text('Tilbakekalt.', 'Kalla tilbake.', 'Revoked.'),
  relinquished: text(
    'Mottakeren sa den fra seg.',
    'Mottakaren sa ho frå seg.',
    'Relinquished by the recipient.',
  ),
  lapsed: text(
    'Falt bort fordi grunnlaget for den falt bort.',
    'Fall bort fordi grunnlaget for ho fall bort.',
    'Lapsed because what it rested on lapsed.',
  ),
  expired: text('Tiden er ute.', 'Tida er ute.', 'Its time has run out.'),
};

export const stepWords: Readonly<Record<(typeof stepKinds)[number], Text>> = {
  proposed: text('Foreslått', 'Foreslått', 'Proposed'),
  accepted: text('Godtatt', 'Godteke', 'Accepted'),
  declined: text('Avslått', 'Avslått', 'Declined'),
  withdrawn: text('Trukket', 'Trekt', 'Withdrawn'),
  revoked: text('Tilbakekalt', 'Kalla tilbake', 'Revoked'),
  relinquished: text('Sagt fra seg', 'Sagt frå seg', 'Relinquished'),
  lapsed: text('Falt bort', 'Falle bort', 'Lapsed'),
};
