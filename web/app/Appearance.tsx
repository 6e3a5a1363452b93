import { Provider } from '@navikt/ds-react';
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOfControls } from './language.ts';
import { recalled, remember, tellServer } from './memory.ts';
import { usePrinting } from './printing.ts';
import { media } from './where.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const Choice = createContext<readonly [ThemeChoice, (theme: ThemeChoice) => void]>(['auto', () => undefined]);

export const useTheme = () => useContext(Choice);

/** Light or dark as chosen, or as the machine says, and always light on paper; the design system speaks the user's language, too. */
export function Appearance({ children }: { children: ReactNode }) {
  useTranslation();
  const [choice, setChoice] = useState(() => themes.find((theme) => theme === recalled('theme')) ?? 'auto');
  const preferred = useSyncExternalStore(darkness.onChange, darkness.matches, darkness.guessed);
  const onScreen = choice === 'auto' ? (preferred ? 'dark' : 'light') : choice;
  const theme = usePrinting() ? 'light' : onScreen;
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    // The server guessed light, or what it was told the last time.
    if (!classList.contains(onScreen)) tellServer('shown', onScreen);
    if (!classList.contains(theme)) classList.replace(theme === 'dark' ? 'light' : 'dark', theme);
  }, [theme, onScreen]);
  const choose = (next: ThemeChoice) => {
    remember('theme', next);
    setChoice(next);
  };
  return (
    <Choice value={[choice, choose]}>
      <Provider locale={wordsOfControls()}>{children}</Provider>
    </Choice>
  );
}

const darkness = media('(prefers-color-scheme: dark)', () => false);
