import { Button, Checkbox, CheckboxGroup, Modal } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TeachingDetailView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { allPeople } from '../../ui/choices.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';

/** Many at once, everybody with one tick; those who are coming already are not asked again. */
export function InviteDialog({
  view: { id, people },
  onClose,
}: {
  view: TeachingDetailView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data: all = [] } = useQuery(allPeople());
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const coming = new Set(
    people
      .filter(({ participation }) => participation === 'invited' || participation === 'signed-up')
      .map(({ person }) => person.id),
  );
  const others = all.filter((person) => !coming.has(person.id));
  const invite = useAct({
    send: (personIds: string[]) =>
      answerOf(
        api.POST('/api/v1/teaching/{id}/invitations', { params: { path: { id } }, body: { personIds } }),
      ),
    done: (_answer, { length }) => t('teaching.invited', { count: length }),
    onDone: onClose,
  });
  const everybody = others.length > 0 && chosen.length === others.length;
  return (
    <Modal open header={{ heading: t('teaching.invite') }} onClose={onClose} width="small">
      <Modal.Body>
        {others.length === 0 ? (
          <p>{t('teaching.allInvited')}</p>
        ) : (
          <>
            <Checkbox
              checked={everybody}
              indeterminate={chosen.length > 0 && !everybody}
              onChange={() => setChosen(everybody ? [] : others.map((person) => person.id))}
            >
              {t('teaching.everybody')}
            </Checkbox>
            <CheckboxGroup
              legend={t('teaching.whoIsInvited')}
              value={chosen}
              onChange={setChosen}
              error={missing && chosen.length === 0 && t('teaching.nobodyChosen')}
            >
              {others.map((person) => (
                <Checkbox key={person.id} value={person.id} description={person.titleOn.title || undefined}>
                  {person.name}
                </Checkbox>
              ))}
            </CheckboxGroup>
          </>
        )}
        <ProblemAlert problem={invite.error} />
      </Modal.Body>
      <Modal.Footer>
        {others.length > 0 && (
          <Button
            loading={invite.isPending}
            onClick={() => (chosen.length === 0 ? setMissing(true) : invite.mutate(chosen))}
          >
            {t('teaching.sendInvitations')}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
