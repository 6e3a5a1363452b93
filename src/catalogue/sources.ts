import type { Source } from './catalogue.types.js';

interface Document {
  readonly title: string;
  readonly publisher: string;
}

/** Helsesekretærforbundet i Delta: the role description word for word, bokmål. */
export const delta: Document = {
  title: 'Stillingsbeskrivelse for helsesekretær i primærhelsetjenesten',
  publisher: 'Helsesekretærforbundet i Delta',
};

/** In nynorsk. */
export const occupationHelsesekretaer: Document = {
  title: 'Yrkesbeskrivelse: Helsesekretær',
  publisher: 'utdanning.no, kvalitetssikret av Faglig råd for helse og oppvekstfag 17. februar 2022',
};

export const occupationTannhelsesekretaer: Document = {
  title: 'Yrkesbeskrivelse: Tannhelsesekretær',
  publisher: 'utdanning.no, kvalitetssikret av Tannhelsesekretærenes Forbund 25. august 2020',
};

/** In nynorsk. */
export const occupationLege: Document = {
  title: 'Yrkesbeskrivelse: Lege',
  publisher: 'utdanning.no, gjennomgått i samarbeid med Legeforeningen 3. mars 2023',
};

export const tekna: Document = {
  title: 'Teknas innspill til utredning om behovet for utdanning innen helseteknologi',
  publisher: 'Tekna – Teknisk-naturvitenskapelig forening',
};

export const says = (document: Document, quote: string | null): Source => ({
  kind: 'seed',
  ...document,
  quote,
});

/** The product's own: common practice, stated by no document here. */
export const example: Source = {
  kind: 'example',
  title: 'Eksempel fra Fullmakt',
  publisher: 'Fullmakt',
  quote: null,
};
