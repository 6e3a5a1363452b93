import { BodyLong, Button, Modal, Textarea } from '@navikt/ds-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { Stack } from './Stack.tsx';

interface Asked {
  readonly title: string;
  readonly text: string;
  /** What the button does, as a verb. */
  readonly verb: string;
  readonly act: UseMutationResult<unknown, ApiProblem, string>;
  readonly onClose: () => void;
  /** Something else that is asked for is wrong yet. */
  readonly isBlocked?: boolean;
  readonly children?: ReactNode;
}

/** An act that wants a reason: what is typed stays until it is done or given up. */
export function ReasonDialog({ title, text, verb, act, onClose, isBlocked = false, children }: Asked) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (reason.trim() === '') return setMissing(true);
    if (isBlocked) return;
    act.mutate(reason.trim(), { onSuccess: onClose });
  };
  return (
    <Modal open header={{ heading: title }} onClose={onClose} width="small">
      <Modal.Body>
        <Stack>
          <BodyLong>{text}</BodyLong>
          {children}
          <ReasonField value={reason} onChange={setReason} isMissing={missing && reason.trim() === ''} />
          <ProblemAlert problem={act.error} />
        </Stack>
      </Modal.Body>
      <Modal.Footer>
        <Button loading={act.isPending} onClick={send}>
          {verb}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

interface Typed {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly isMissing: boolean;
}

function ReasonField({ value, onChange, isMissing }: Typed) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('form.reason')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={isMissing && t('form.reasonMissing')}
    />
  );
}
