/** The moment of a book that states no date: what matters is that it is the same on every machine. */
const UNDATED = Date.UTC(2000, 0, 1);

/**
 * The one moment that reaches a book's files: `SOURCE_DATE_EPOCH` (seconds, as reproducible-builds.org defines it),
 * else the book's own date, else a fixed one. Not the time of any file: a clone of the same repository would give
 * other bytes.
 *
 * @param date Year, year and month, or full date, as the schema lets it through.
 */
export function bookDate(date: string | undefined, epoch: string | undefined): Date {
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  return new Date(
    date === undefined
      ? UNDATED
      : Date.parse(`${date}T00:00:00Z`.replace(/^(\d{4})T/, '$1-01T').replace(/^(\d{4}-\d{2})T/, '$1-01T')),
  );
}
