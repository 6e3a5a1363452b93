import { Select, Switch } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../ui/Stack.tsx';
import { type ThemeChoice, themes, useTheme } from './Appearance.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { turnShortcuts, useShortcuts } from './shortcuts.ts';

/** How one wants the screens in this browser. */
export function Choices() {
  const { t } = useTranslation();
  const [theme, choose] = useTheme();
  const { on } = useShortcuts();
  return (
    <Stack width="menu">
      <LanguageChoice />
      <Select
        label={t('app.theme')}
        value={theme}
        onChange={(event) => choose(event.target.value as ThemeChoice)}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {t(`app.themes.${name}`)}
          </option>
        ))}
      </Select>
      <Switch checked={on} onChange={(event) => turnShortcuts(event.target.checked)}>
        {t('shortcuts.on')}
      </Switch>
    </Stack>
  );
}
