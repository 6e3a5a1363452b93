import { catalogueCompetences } from '../../src/catalogue/competences.js';
import type { TestApp } from '../support/app.js';
import { Client } from '../support/client.js';
import { type Colleague, day, unique, World } from '../support/world.js';

/** A clinic with somebody in every part, on which any operation can be called. */
export interface Stage {
  readonly world: World;
  readonly anyone: Client;
  readonly manager: Client;
  readonly lege: Colleague;
  readonly secretary: Colleague;
  /** Held by LE, who may leave it to others, and by HE, who may not. */
  readonly taskIds: readonly string[];
  readonly roleDescriptionId: string;
  readonly memberId: string;
  /** Codes of the national catalogue, in turn. */
  nextCatalogueCode(): string;
  nextTemplateCode(): string;
  nextCompetenceCode(): string;
}

export async function createStage(testApp: TestApp): Promise<Stage> {
  const world = await World.create(testApp);
  const { manager } = world;
  const lege = await world.colleague('Live Lege', 'LE');
  const secretary = await world.colleague('Hege Sekretær', 'HE');
  const taskIds = [];
  for (const name of ['EKG', 'Spirometri', 'Blodtrykk']) {
    taskIds.push((await world.task(name, { LE: true, HE: false })).id);
  }
  const role = await manager.make('role-descriptions', roleDescription(taskIds));
  const { items } = await manager.read('members');
  const memberId = items.find(
    (member: { person: { id: string } | null }) => member.person?.id === lege.id,
  ).id;
  const tasks = await manager.read('catalogue/tasks');
  const templates = await manager.read('catalogue/role-descriptions');
  return {
    world,
    anyone: new Client(testApp),
    manager,
    lege,
    secretary,
    taskIds,
    roleDescriptionId: role.id,
    memberId,
    nextCatalogueCode: inTurn(tasks.items),
    nextTemplateCode: inTurn(templates.items),
    nextCompetenceCode: inTurn(catalogueCompetences),
  };
}

export const roleDescription = (taskIds: readonly string[]) => ({
  name: `Helsesekretær ${unique()}`,
  occupation: 'HE',
  areas: [{ code: 'skiftestue', title: 'Skiftestue', tasks: formsOfIds(taskIds) }],
  obligations: [
    'Holde seg faglig oppdatert.',
    { text: 'Avstå når kompetansen mangler.', legalBases: ['hpl-4'] },
  ],
  effectiveFrom: day(1),
});

/** Every form in which the contract takes a task. */
const formsOfIds = ([bare = '', id = '', taskId = '']: readonly string[]) => [bare, { id }, { taskId }];

/** A sign-in of nobody in particular, with the role staff. */
export async function newLogin({ manager, anyone }: Stage): Promise<{ email: string; password: string }> {
  const login = { email: `login-${unique()}@example.no`, password: 'et-godt-passord' };
  const { link } = await manager.make('invitations', { email: login.email, roles: ['staff'] });
  const token = String(link).split('#')[1];
  await anyone.make('invitations/accept', { token, name: 'Inga Inn', password: login.password });
  return login;
}

/** One after the other, and from the beginning when they are used up. */
function inTurn(items: readonly { code: string }[]): () => string {
  let given = 0;
  return () => items[given++ % items.length]?.code ?? '';
}
