const written = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The clinic's day, so many days from today, as YYYY-MM-DD: the same all day, so that an interrupted start can go on. */
export const day = (ahead: number): string => written.format(Date.now() + ahead * 86_400_000);
