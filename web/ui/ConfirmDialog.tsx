import { BodyLong, Button, Modal } from '@navikt/ds-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { Stack } from './Stack.tsx';

interface Asked {
  /** What the button does, as a verb; the dialog's title as well. */
  readonly title: string;
  /** What it means, and that it cannot be undone. */
  readonly text: string;
  readonly act: UseMutationResult<unknown, ApiProblem, void>;
}

/** A button for what cannot be undone: asks once more before it does it. It may stand in a form, which neither answer sends. */
export function ConfirmDialog({ title, text, act }: Asked) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="button" variant="secondary" data-color="danger" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && <OnceMore title={title} text={text} act={act} onClose={() => setOpen(false)} />}
    </>
  );
}

function OnceMore({ title, text, act, onClose }: Asked & { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open header={{ heading: title }} onClose={onClose} width="small">
      <Modal.Body>
        <Stack>
          <BodyLong>{text}</BodyLong>
          <ProblemAlert problem={act.error} />
        </Stack>
      </Modal.Body>
      <Modal.Footer>
        <Button
          type="button"
          data-color="danger"
          loading={act.isPending}
          onClick={() => act.mutate(undefined, { onSuccess: onClose })}
        >
          {title}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
