import type { ProviderProps } from '@navikt/ds-react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { recalled, remember } from './memory.ts';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language is a file of its own, fetched when it is chosen. */
const texts = {
  nb: async () => (await import('../texts/nb.ts')).nb,
  nn: async () => (await import('../texts/nn.ts')).nn,
  en: async () => (await import('../texts/en.ts')).en,
} as const satisfies Record<Language, () => Promise<object>>;

type Words = ProviderProps['locale'];

/** What the design system itself says; it knows bokmål from the start. */
const controls = {
  nb: async () => undefined,
  nn: async () => (await import('@navikt/ds-react/locales')).nn,
  en: async () => (await import('@navikt/ds-react/locales')).en,
} as const satisfies Record<Language, () => Promise<Words>>;

let spoken: Words;

export const wordsOfControls = (): Words => spoken;

const chosen = (): Language => languages.find((language) => language === recalled('language')) ?? 'nb';

/** Both at once: the words of our own, and those of the design system. */
async function learnt(language: Language): Promise<{ translation: object }> {
  const [translation, words] = await Promise.all([texts[language](), controls[language]()]);
  spoken = words;
  return { translation };
}

export async function startLanguage(): Promise<void> {
  const lng = chosen();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: await learnt(lng) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  remember('language', language);
  const { translation } = await learnt(language);
  i18next.addResourceBundle(language, 'translation', translation);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export const languageInUse = (): Language =>
  languages.find((language) => language === i18next.language) ?? chosen();
