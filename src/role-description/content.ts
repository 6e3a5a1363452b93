import { catalogueTask } from '../catalogue/catalogue.js';
import type { AreaCode, RoleDescriptionTemplate } from '../catalogue/catalogue.types.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { adoptedTasks } from '../task/catalogue-adoption.js';
import type { Obligation } from './role-description.dto.js';
import type { Content, TaskOfContent } from './role-description.rules.js';

export type RoleContent = Content<AreaCode, Obligation>;

/** What a published version says. 404 for a number that was never published. */
export async function contentOfVersion(tx: Tx, id: string, number: number): Promise<RoleContent> {
  const row = await tx.one<RoleContent>(
    `select v.obligations, coalesce((
       select json_agg(json_build_object('id', t.id, 'name', t.name, 'catalogueCode', t.catalogue_code, 'area', rt.area)
         order by rt.position)
       from role_description_task rt join task t on t.id = rt.task_id
       where rt.role_description_id = v.role_description_id and rt.number = v.number), '[]') tasks
     from role_description_version v where v.role_description_id = $1 and v.number = $2`,
    [id, number],
  );
  if (!row) throw new Problem('not-found');
  return row;
}

/** The template as the clinic would adopt it: in bokmål, with the clinic's own task where it has one. */
export async function contentOfTemplate(tx: Tx, model: RoleDescriptionTemplate): Promise<RoleContent> {
  const codes = model.areas.flatMap(({ taskCodes }) => taskCodes);
  const adopted = await adoptedTasks(tx, codes);
  return {
    tasks: model.areas.flatMap(({ code: area, taskCodes }) =>
      taskCodes.map((catalogueCode): TaskOfContent<AreaCode> => {
        const name = catalogueTask(catalogueCode)?.name.nb ?? catalogueCode;
        return { id: adopted.get(catalogueCode) ?? null, name, catalogueCode, area };
      }),
    ),
    obligations: obligationsOf(model),
  };
}

export const obligationsOf = ({ obligations }: RoleDescriptionTemplate): Obligation[] =>
  obligations.map(({ text, legalBases }) => ({ text: text.nb, legalBases: [...legalBases] }));
