import { Button, type ButtonProps } from '@navikt/ds-react';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Given = ButtonProps &
  AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> };

/** A way to another page that looks like the button it stands beside; its address is typed as that of every link. */
export const LinkButton = createLink((props: Given) => <Button as="a" role="link" {...props} />);
