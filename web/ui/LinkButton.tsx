import { Button, type ButtonProps } from '@navikt/ds-react';
import { createLink } from '@tanstack/react-router';

/** A place to go, to which the screen's main act leads: a link that looks like a button. */
export const LinkButton = createLink(function Anchor(anchor: ButtonProps) {
  return <Button as="a" role="link" {...anchor} />;
});
