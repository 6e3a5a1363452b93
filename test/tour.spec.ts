import {
  comparable,
  requireCurl,
  type Started,
  section,
  startProduct,
  stepsOf,
  typed,
} from './support/tour.js';

const steps = stepsOf(section('A tour in five minutes'));
const address = 'http://localhost:3000';

describe('the README is what happens', () => {
  let product: Started;
  let answers: string[];

  beforeAll(async () => {
    requireCurl();
    product = await startProduct();
    const scripts = steps.map(({ script }) => script.replace(address, product.address));
    answers = typed(scripts, product.folder);
  });

  afterAll(() => product?.stop());

  it('starts as it says, with these sign-ins', () => {
    const [start] = stepsOf(section('Two commands'));
    expect(product.printed.replaceAll(product.address, address).trim()).toBe(start?.shown.trim());
  });

  it('is a tour of many steps, at the address that start gives', () => {
    expect(steps.length).toBeGreaterThanOrEqual(10);
    expect(steps.filter(({ script }) => script.includes(address))).toHaveLength(1);
  });

  it.each(steps.map((step, at) => ({ ...step, at, first: step.script.split('\n')[0] })))(
    'step $at: $first',
    ({ at, shown }) => {
      const answer = answers[at] ?? 'the shell did not get here';
      expect(comparable(answer)).toEqual(comparable(shown));
    },
  );
});
