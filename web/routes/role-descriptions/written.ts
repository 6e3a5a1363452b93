import type { Obligation, PublishVersion, RoleDescriptionView, TemplateView } from '../../api/schema.ts';
import { isoDay, today } from '../../ui/day.ts';
import type { Area } from '../tasks/words.ts';
import type { Content, Known } from './changes.ts';

/** What is typed, by the paths of the API's body; the day as dd.mm.åååå. */
export interface Written {
  name: string;
  occupation: RoleDescriptionView['occupation'] | '';
  areas: { code: Area; title: string; tasks: string[] }[];
  obligations: Obligation[];
  effectiveFrom: string;
}

export const nothingYet = (): Written => ({
  name: '',
  occupation: '',
  areas: [],
  obligations: [],
  effectiveFrom: today(),
});

/** The version that is built on, to be published anew from today. */
export const builtOn = ({ name, occupation, areas, obligations }: RoleDescriptionView): Written => ({
  name,
  occupation,
  areas: areas.map(({ code, title, tasks }) => ({ code, title, tasks: tasks.map(({ id }) => id) })),
  obligations,
  effectiveFrom: today(),
});

/** As the API takes it; the form has seen to it that the day is one. */
export const published = ({ areas, obligations, effectiveFrom }: Written): PublishVersion => ({
  areas,
  obligations,
  effectiveFrom: isoDay(effectiveFrom) ?? '',
});

type Tasks = ReadonlyMap<string, Known>;

export const contentOf = (
  { areas, obligations }: Pick<Written, 'areas' | 'obligations'>,
  tasks: Tasks,
): Content => ({
  tasks: areas.flatMap(({ code: area, tasks: ids }) =>
    ids.map((id) => ({ ...(tasks.get(id) ?? { id, name: '', catalogueCode: null }), area })),
  ),
  obligations,
});

/** A template is adopted in bokmål, so that is what is compared with. */
export const contentOfTemplate = ({ areas, obligations }: TemplateView): Content => ({
  tasks: areas.flatMap(({ code: area, tasks }) =>
    tasks.map(({ code, name }) => ({ id: null, name: name.nb, catalogueCode: code, area })),
  ),
  obligations: obligations.map(({ text, legalBases }) => ({ text: text.nb, legalBases: [...legalBases] })),
});
