import { BodyLong, Button, Modal } from '@navikt/ds-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

interface Asked {
  /** What the button does, as a verb; the dialog's title as well. */
  readonly title: string;
  /** What it means, and that it cannot be undone. */
  readonly text: string;
  readonly act: UseMutationResult<unknown, ApiProblem, void>;
}

/** A button for what cannot be undone: asks once more before it does it. */
export function ConfirmDialog({ title, text, act }: Asked) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button type="button" variant="secondary" data-color="danger" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && (
        <Modal open header={{ heading: title }} onClose={close} width="small">
          <Modal.Body>
            <BodyLong spacing>{text}</BodyLong>
            <ProblemAlert problem={act.error} />
          </Modal.Body>
          <Modal.Footer>
            <Button
              data-color="danger"
              loading={act.isPending}
              onClick={() => act.mutate(undefined, { onSuccess: close })}
            >
              {title}
            </Button>
            <Button variant="secondary" onClick={close}>
              {t('app.cancel')}
            </Button>
          </Modal.Footer>
        </Modal>
      )}
    </>
  );
}
