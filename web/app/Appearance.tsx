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
import { recalled, remember } from './memory.ts';
import { usePrinting } from './printing.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const Choice = createContext<readonly [ThemeChoice, (theme: ThemeChoice) => void]>(['auto', () => undefined]);

export const useTheme = () => useContext(Choice);

/** Light or dark as chosen, or as the machine says, and always light on paper; the design system speaks the user's language, too. */
export function Appearance({ children }: { children: ReactNode }) {
  useTranslation();
  const [choice, setChoice] = useState(() => themes.find((theme) => theme === recalled('theme')) ?? 'auto');
  const preferred = useSyncExternalStore(onPreference, () => darkness.matches);
  const onScreen = choice === 'auto' ? (preferred ? 'dark' : 'light') : choice;
  const theme = usePrinting() ? 'light' : onScreen;
  useLayoutEffect(() => {
    document.documentElement.classList.remove('light', 'dark');
    document.documentElement.classList.add(theme);
  }, [theme]);
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

const darkness = matchMedia('(prefers-color-scheme: dark)');

function onPreference(tell: () => void): () => void {
  darkness.addEventListener('change', tell);
  return () => darkness.removeEventListener('change', tell);
}
