import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { chooseLanguage, type Language, languageInUse, languages } from './language.ts';

const ownNames: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The API's sentences change with the language, so what is shown is asked for anew. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const choose = async (language: Language) => {
    await chooseLanguage(language);
    await queries.invalidateQueries();
  };
  return (
    <Select
      label={t('app.language')}
      value={languageInUse()}
      onChange={(event) => choose(event.target.value as Language)}
    >
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {ownNames[language]}
        </option>
      ))}
    </Select>
  );
}
