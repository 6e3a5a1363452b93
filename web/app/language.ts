import type { ProviderProps } from '@navikt/ds-react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { recalled, remember, tellServer } from './memory.ts';

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

const spoken: Partial<Record<Language, Words>> = {};

export const wordsOfControls = (): Words => spoken[languageInUse()];

export const languageOf = (value: string | null | undefined): Language =>
  languages.find((language) => language === value) ?? 'nb';

/** Both at once: the words of our own, and those of the design system. */
async function learnt(language: Language): Promise<{ translation: object }> {
  const [translation, words] = await Promise.all([texts[language](), controls[language]()]);
  spoken[language] = words;
  return { translation };
}

const begin = (lng: Language, resources: Partial<Record<Language, { translation: object }>>) =>
  i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  });

/** What was chosen in this browser. */
export const chosenLanguage = (): Language => languageOf(recalled('language'));

export async function startLanguage(): Promise<void> {
  const lng = chosenLanguage();
  writtenIn(lng);
  await begin(lng, { [lng]: await learnt(lng) });
}

/** For the server, which speaks with everybody. */
export async function learnAll(): Promise<void> {
  const [nb, nn, en] = await Promise.all(languages.map(learnt));
  await begin('nb', { nb, nn, en });
}

export async function chooseLanguage(language: Language): Promise<void> {
  remember('language', language);
  const { translation } = await learnt(language);
  i18next.addResourceBundle(language, 'translation', translation);
  await i18next.changeLanguage(language);
  writtenIn(language);
}

/** Said only when it is another one: each time it is, the browser goes through every element of the page, and the server did not know. */
function writtenIn(language: Language): void {
  const { documentElement } = document;
  if (documentElement.lang === language) return;
  documentElement.lang = language;
  tellServer('language', language);
}

export const languageInUse = (): Language =>
  languages.find((language) => language === i18next.language) ?? chosenLanguage();
