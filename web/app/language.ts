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

const chosen = (): Language => languages.find((language) => language === recalled('language')) ?? 'nb';

export async function startLanguage(): Promise<void> {
  const lng = chosen();
  document.documentElement.lang = lng;
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: { translation: await texts[lng]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await texts[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
}

export const languageInUse = (): Language =>
  languages.find((language) => language === i18next.language) ?? chosen();
