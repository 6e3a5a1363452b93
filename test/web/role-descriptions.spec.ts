import { startApp, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { until } from '../support/product.js';
import { day, World } from '../support/world.js';
import { Chromium, expectAccessible, expectThumbs, inBrowser, phone } from './browser.js';

const typed = (iso: string): string => iso.split('-').reverse().join('.');

inBrowser('Stillingsbeskrivelser og oppgaver', () => {
  let testApp: TestApp;
  let chromium: Chromium;
  let world: World;

  beforeAll(async () => {
    testApp = await startApp();
    chromium = await Chromium.at(testApp);
    world = await World.create(testApp);
  });
  afterAll(async () => {
    await chromium?.close();
    await testApp?.close();
  });
  afterEach(async () => {
    await chromium.closeWindows();
    expect(chromium.faults.splice(0)).toEqual([]);
  });

  it('hold tasks that come from the catalogue or are one’s own, and tell what lapses when they change', async () => {
    const page = await chromium.open('/tasks', world.manager);
    await page.getByText('Klinikken har ingen oppgaver ennå.').waitFor();
    await expectAccessible(page);
    await page.goto('/catalogue/tasks?q=forskrive');
    await page.getByRole('button', { name: /^Ta i bruk Forskrive/ }).click();
    await page.getByRole('link', { name: 'I bruk' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'I bruk' }).click();
    await page.getByText('Loven forbeholder oppgaven for').waitFor();
    await page.goto('/tasks/new');
    await page.getByRole('button', { name: 'Opprett oppgaven' }).click();
    await page.getByRole('link', { name: 'Skriv hva oppgaven heter.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hva oppgaven heter').fill('Måle fotpuls');
    await page.getByLabel('Område', { exact: true }).selectOption('skiftestue');
    await page.getByLabel('Yrke 1', { exact: true }).selectOption('HE');
    await page.getByLabel('Forbeholdt disse yrkene i lov').check();
    await page.getByRole('button', { name: 'Opprett oppgaven' }).click();
    await page.getByRole('heading', { level: 1, name: 'Måle fotpuls' }).waitFor();
    await page.getByText('Loven forbeholder oppgaven for: helsesekretær').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /helsesekretær – kan/i })
      .waitFor();

    const [made] = (await world.manager.read('tasks?kind=own')).items;
    const kari = await world.colleague('Kari Moen', 'HE');
    await world.manager.make('duties', { personId: kari.id, taskId: made.id, validFrom: day(-1) });
    await page.getByRole('link', { name: 'Endre oppgaven' }).click();
    await page.getByRole('button', { name: 'Ta bort yrke 1' }).click();
    await page.getByRole('button', { name: 'Lagre endringene' }).click();
    await page.getByText('1 tildeling eller delegering falt bort').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Kari Moen' }).waitFor();
    await expectAccessible(page);
    const mine = await chromium.open('/tasks?kind=own', kari.client, { size: phone });
    await mine.getByRole('link', { name: /Måle fotpuls/ }).click();
    await mine.getByText('Ingen yrker har oppgaven i kraft av egen rolle.').waitFor();
    await expectAccessible(mine);
  });

  it('begin with a national template, are adapted with the changes in view, and told apart afterwards', async () => {
    const page = await chromium.open('/role-descriptions', world.manager);
    await page.getByText('Klinikken har ingen stillingsbeskrivelser ennå.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Se de nasjonale malene' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nasjonale maler' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /Medisinsk sekretær/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Resepsjonsarbeid' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ta malen i bruk' }).click();
    await page.getByText('er tatt i bruk, og kan nå tilpasses').waitFor();
    await expectAccessible(page);

    await page.getByRole('main').getByRole('link', { name: 'Tilpass' }).click();
    await page.getByRole('button', { name: 'Ta ut Scanning' }).click();
    const changes = page.getByRole('region', { name: 'Dette endrer du' });
    await changes
      .getByRole('listitem')
      .filter({ hasText: 'Tatt ut' })
      .filter({ hasText: 'Scanning' })
      .waitFor();
    await until(async () => (await changes.getByRole('listitem').count()) === 1);
    await page.getByRole('button', { name: 'Legg til plikt' }).click();
    await page.getByRole('button', { name: 'Publiser versjon 2' }).click();
    await page.getByRole('link', { name: 'Skriv plikten, eller ta den bort.' }).waitFor();
    await expectAccessible(page);

    await page.reload();
    await page.getByText('Du har et utkast som ikke er publisert.').waitFor();
    const added = page.getByRole('textbox', { name: /^Plikt \d+$/ }).last();
    await added.fill('Melder fra om avvik samme dag');
    await page.getByLabel('Legg til en oppgave i Generelt').selectOption({ label: 'Scanning' });
    await page.getByRole('button', { name: 'Legg til', exact: true }).nth(1).click();
    await changes
      .getByRole('listitem')
      .filter({ hasText: 'Flyttet' })
      .filter({ hasText: 'Scanning' })
      .waitFor();
    await page.getByRole('button', { name: 'Publiser versjon 2' }).click();
    await page.getByText('Versjon 2 (vises)').waitFor();

    await page.getByRole('link', { name: 'Se hva dere har endret' }).click();
    const moved = page.getByRole('listitem').filter({ hasText: 'Flyttet' });
    await moved.getByText('fra Resepsjonsarbeid til Generelt').waitFor();
    await page.getByText('Melder fra om avvik samme dag').waitFor();
    await page.waitForURL(({ search }) => search === '?from=template&to=2');
    await expectAccessible(page);
    await page.getByLabel('Fra', { exact: true }).selectOption('2');
    await page.getByText('Det er ingen forskjell.').waitFor();
  });

  it('are written from scratch, and what is typed outlives a refusal', async () => {
    await world.task('Åpne luka', { 'X-MS': false }, { area: 'resepsjon' });
    const page = await chromium.open('/role-descriptions/new', world.manager);
    await page.getByRole('button', { name: 'Publiser versjon 1' }).click();
    await page.getByRole('link', { name: 'Skriv hva stillingen heter.' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Hva stillingen heter').fill('Resepsjonist');
    await page.getByLabel('Yrke', { exact: true }).selectOption('X-MS');
    await page.getByLabel('Nytt område').selectOption('resepsjon');
    await page.getByRole('button', { name: 'Legg til område' }).click();
    await page.getByLabel('Legg til en oppgave i Resepsjonsarbeid').selectOption({ label: 'Åpne luka' });
    await page.getByRole('button', { name: 'Legg til', exact: true }).click();
    await page.getByRole('button', { name: 'Publiser versjon 1' }).click();
    await page.getByRole('heading', { level: 1, name: 'Resepsjonist' }).waitFor();
    await page.getByRole('link', { name: 'Åpne luka' }).waitFor();
  });

  it('are read by staff on the phone, and on paper only what they say', async () => {
    const { id } = (await world.manager.read('role-descriptions')).items[0];
    const kari = await world.colleague('Kari Moen', 'HE');
    const page = await chromium.open(`/role-descriptions/${id}`, kari.client, { size: phone, dark: true });
    await page.getByRole('heading', { level: 2, name: 'Generelle plikter' }).waitFor();
    expect(await page.getByRole('link', { name: 'Tilpass' }).count()).toBe(0);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Versjoner' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Generelle plikter' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.goto('/role-descriptions?area=generelt');
    await page.getByRole('link', { name: /Medisinsk sekretær/ }).waitFor();
    expect(await page.getByRole('link', { name: /Resepsjonist/ }).count()).toBe(0);
    await expectThumbs(page);
  });

  it('and tasks carry requirements: all of, any of, at a level, from a day', async () => {
    const competence = (name: string, levels: string[] | null): Promise<Json> =>
      world.manager.make('competences', { name, kind: 'observed-practice', levels });
    const ekg = await competence('EKG-kurs', ['Sett', 'Selvstendig']);
    const doctor = await competence('EKG i spesialisering', null);
    const page = await chromium.open('/tasks?q=scanning', world.manager);
    await page.getByRole('main').getByRole('link', { name: 'Scanning' }).click();
    await page.getByText('Det kreves ingen bestemt kompetanse.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Endre kompetansekravene' }).click();
    await page.getByRole('button', { name: 'Legg til krav' }).click();
    await page.getByRole('button', { name: 'Lagre kravene' }).click();
    await page.getByRole('link', { name: 'Velg en kompetanse, eller ta bort kravet.' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Kompetanse', exact: true }).selectOption(ekg.id);
    await page.getByLabel('Minste nivå').selectOption({ label: 'Selvstendig' });
    await page.getByRole('button', { name: 'Legg til et alternativ' }).click();
    await page.getByLabel('Eller kompetanse').selectOption(doctor.id);
    await page.getByLabel('Kravene gjelder fra og med').fill(typed(day(30)));
    await page.getByRole('button', { name: 'Lagre kravene' }).click();
    const required = page.getByRole('listitem').filter({ hasText: 'Én av disse' });
    await required.getByText('EKG-kurs, minst nivå «Selvstendig»').waitFor();
    await required.getByText(`fra ${typed(day(30))}`).waitFor();
  });
});
