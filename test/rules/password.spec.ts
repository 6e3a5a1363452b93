import { Clock } from '../../src/database/clock.js';
import { PasswordCost, Passwords } from '../../src/session/password.js';
import { SignInThrottle } from '../../src/session/sign-in-throttle.js';

const at = (cost: PasswordCost) => new Passwords(new SignInThrottle(new Clock()), cost);
const real = at(new PasswordCost());
const older = at({ memory: 64, passes: 1 });
const email = 'siv@example.no';

it('is kept as argon2id, at what OWASP recommends, with a salt of its own', async () => {
  const [one, other] = await Promise.all([real.hash('et-godt-passord'), real.hash('et-godt-passord')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/=]{24}\$[\w+/=]{44}$/);
  expect(one).not.toBe(other);
  expect(await real.isRight(email, 'et-godt-passord', one)).toBe(true);
  expect(await real.isRight(email, 'et-godt-passors', one)).toBe(false);
});

it('is tried at the cost it was kept at, so that the cost can be raised', async () => {
  const kept = await older.hash('blåbærsyltetøy'.normalize('NFD'));
  expect(kept).toMatch(/\$m=64,t=1,p=1\$/);
  expect(await real.isRight(email, 'blåbærsyltetøy'.normalize('NFC'), kept)).toBe(true);
  expect(await real.isRight(email, 'blabærsyltetøy', kept)).toBe(false);
});

it('is nobody’s where there is no account, or what is kept is no hash', async () => {
  for (const stored of [
    undefined,
    '',
    'x',
    '$argon2id$v=19$m=64,t=1,p=1$$',
    '$argon2id$v=19$m=64,t=1,p=1$AAAA$AAAA',
  ])
    expect(await older.isRight(email, '', stored)).toBe(false);
});

it('counts wrong ones for one address, and then pauses, right ones too', async () => {
  const passwords = at({ memory: 64, passes: 1 });
  const kept = await passwords.hash('et-godt-passord');
  for (let i = 0; i < 10; i++) expect(await passwords.isRight('A@example.no', `feil ${i}`, kept)).toBe(false);
  await expect(passwords.isRight('a@example.no', 'et-godt-passord', kept)).rejects.toMatchObject({
    code: 'too-many-requests',
  });
  expect(await passwords.isRight('b@example.no', 'et-godt-passord', kept)).toBe(true);
});
